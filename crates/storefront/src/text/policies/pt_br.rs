//! The legal pages in Portuguese, as in Brazil.

use super::Text;

pub(super) static PAGES: [Text; 4] = [
    (
        "Política de privacidade",
        &[
            "Guardamos o que você informa na compra: seu nome, e-mail, endereço de entrega e o que comprou. Precisamos disso para enviar seu pedido e responder a você.",
            "Os dados do cartão são informados na página do processador de cartões. A loja nunca vê um número de cartão.",
            "Não usamos cookies nem seguimos você. Só escrevemos sobre ofertas se você disser que quer.",
            "Esta é uma loja de demonstração: nada do que você informa sai da máquina em que ela funciona.",
        ],
    ),
    (
        "Termos de venda",
        &[
            "Você vê tudo o que há para pagar antes de pagar. O total que você confirma é o total cobrado.",
            "Seu pedido está feito quando o pagamento é concluído. Você pode acompanhá-lo pelo link da página de confirmação.",
            "Esta é uma loja de demonstração com um processador de cartões de teste: nenhum dinheiro real é movimentado e nada é enviado.",
        ],
    ),
    (
        "Devoluções e reembolsos",
        &[
            "Você pode devolver qualquer coisa sem uso em até 30 dias após a chegada. O dinheiro volta para o cartão com que você pagou.",
            "O que foi feito só para você e os downloads não podem ser devolvidos, a não ser que tenham algum defeito.",
        ],
    ),
    (
        "Envio",
        &[
            "O preço da entrega depende do peso e do país e aparece antes do pagamento. Pedidos maiores são enviados de graça dentro do país.",
            "A entrega padrão leva de 3 a 5 dias úteis no país e de 7 a 12 no exterior; a expressa, de 1 a 2 e de 3 a 5.",
            "As pré-vendas são enviadas com o resto do pedido, a partir do dia indicado. Os downloads ficam prontos na hora.",
        ],
    ),
];
