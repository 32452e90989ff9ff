//! The legal pages in Spanish.

use super::Text;

pub(super) static PAGES: [Text; 4] = [
    (
        "Política de privacidad",
        &[
            "Guardamos lo que escribes al comprar: tu nombre, correo electrónico, dirección de entrega y lo que compraste. Lo necesitamos para enviarte el pedido y responderte.",
            "Los datos de la tarjeta se escriben en la página del procesador de tarjetas. La tienda nunca ve un número de tarjeta.",
            "No usamos cookies ni te seguimos. Solo te escribimos sobre ofertas si tú lo dices.",
            "Esta es una tienda de demostración: nada de lo que escribes sale de la máquina en la que funciona.",
        ],
    ),
    (
        "Condiciones de venta",
        &[
            "Ves todo lo que hay que pagar antes de pagarlo. El total que confirmas es el total que se cobra.",
            "Tu pedido queda hecho cuando el pago se ha completado. Puedes seguirlo con el enlace de la página de confirmación.",
            "Esta es una tienda de demostración con un procesador de tarjetas de prueba: no se mueve dinero real ni se envía nada.",
        ],
    ),
    (
        "Devoluciones y reembolsos",
        &[
            "Puedes devolver cualquier cosa sin usar en los 30 días siguientes a su llegada. Devolvemos el dinero a la tarjeta con la que pagaste.",
            "Lo hecho solo para ti y las descargas no se pueden devolver, salvo que tengan algún defecto.",
        ],
    ),
    (
        "Envíos",
        &[
            "El precio de la entrega depende del peso y del país, y se muestra antes de pagar. Los pedidos grandes se envían gratis dentro del país.",
            "El envío estándar tarda de 3 a 5 días laborables dentro del país y de 7 a 12 fuera; el exprés, de 1 a 2 y de 3 a 5.",
            "Las preventas se envían junto con el resto del pedido, a partir del día que se indica. Las descargas están listas al momento.",
        ],
    ),
];
