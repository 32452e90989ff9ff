// Portuguese, as in Brazil.

export const legal = {
  intro:
    "Isto é uma demonstração. A loja, os preços e os pagamentos com cartão são inventados; nenhuma mercadoria sai e nenhum dinheiro é movimentado. A seguir, o resumo; as palavras da própria loja estão no link abaixo de cada parte.",
  shipping1:
    "Quanto custa a entrega e quando ela deve chegar aparece na compra antes do pagamento, para cada forma de envio. Depende do peso e do país.",
  shipping2:
    "Os impostos são incluídos ou acrescentados conforme a lei do seu país, e estão sempre no total que você confirma.",
  shipping3:
    "Uma pré-venda é enviada a partir do dia indicado, junto com o resto do pedido. O que é digital fica pronto na hora.",
  refunds1:
    "Mudou de ideia? Devolva sem uso em até 30 dias após a chegada, e o dinheiro volta para o cartão com que você pagou.",
  refunds2:
    "O que foi feito só para você e os downloads só voltam se tiverem algum defeito.",
  privacy1:
    "Para entregar um pedido, a loja guarda o que você informa na compra: nome, endereço, e-mail e um telefone, se a transportadora precisar. Serve para esse pedido e suas mensagens, e para mais nada.",
  privacyCard:
    "O número do cartão vai direto ao processador de pagamento. A loja nunca o vê.",
  privacyDevice:
    "Neste aparelho, a prateleira guarda só qual sacola é sua e onde você estava. Nem nome, nem endereço, nem cookie de publicidade.",
  privacyCreator:
    "Quem fez o vídeo vê o que foi vendido, não quem você é.",
  privacyHere:
    "Nesta demonstração, tudo fica em um arquivo de banco de dados no computador que a executa. Apague o arquivo e some tudo.",
  terms1:
    "Você compra da loja indicada na compra, não da plataforma de vídeo. O total que você confirma é o total cobrado.",
  terms2:
    "O pedido está feito quando o pagamento é concluído. Se algo esgotar antes disso, avisamos você e nada é cobrado.",
  terms3:
    "As imagens dos produtos são de quem as criou. Aproveite, empreste, dê de presente; por favor, não copie para vender.",
};
