// Spanish.

export const legal = {
  intro:
    "Esto es una demostración. La tienda, sus precios y sus pagos con tarjeta son inventados; no sale mercancía ni se mueve dinero. Lo que sigue es el resumen; las palabras de la propia tienda están enlazadas bajo cada parte.",
  shipping1:
    "Lo que cuesta la entrega y cuándo debería llegar se ve al finalizar la compra, antes de pagar, para cada forma de envío. Depende del peso y del país.",
  shipping2:
    "Los impuestos se incluyen o se añaden según la ley de tu país, y siempre están en el total que confirmas.",
  shipping3:
    "Una preventa se envía a partir del día que se indica, junto con el resto del pedido. Lo digital está listo al momento.",
  refunds1:
    "¿Has cambiado de idea? Devuélvelo sin usar en los 30 días siguientes a su llegada y el dinero vuelve a la tarjeta con la que pagaste.",
  refunds2:
    "Lo hecho solo para ti y las descargas solo se devuelven si tienen algún defecto.",
  privacy1:
    "Para entregar un pedido, la tienda guarda lo que escribes al comprar: nombre, dirección, correo y un teléfono si el transportista lo necesita. Se usa para ese pedido y sus mensajes, y para nada más.",
  privacyCard:
    "El número de tarjeta va directo al procesador de pagos. La tienda nunca lo ve.",
  privacyDevice:
    "En este dispositivo el estante solo guarda qué bolsa es tuya y dónde estabas. Ni nombre, ni dirección, ni cookies de publicidad.",
  privacyCreator:
    "Quien hizo el vídeo ve lo que se vendió, no quién eres.",
  privacyHere:
    "En esta demostración todo queda en un archivo de base de datos en el ordenador que la ejecuta. Borra el archivo y desaparece.",
  terms1:
    "Compras a la tienda que se nombra al pagar, no a la plataforma de vídeo. El total que confirmas es el total que se cobra.",
  terms2:
    "El pedido queda hecho cuando el pago se ha completado. Si algo se agota antes, te lo decimos y no se cobra nada.",
  terms3:
    "Las imágenes de los productos son de quienes las crearon. Disfrútalos, préstalos, regálalos; no los copies para vender, por favor.",
};
