// Turkish.

export const legal = {
  intro:
    "Bu bir gösterimdir. Mağaza, fiyatları ve kart ödemeleri uydurmadır; mal gönderilmez, para hareket etmez. Aşağıda özeti var; mağazanın kendi sözleri her bölümün altındaki bağlantıda.",
  shipping1:
    "Teslimatın ücreti ve ne zaman ulaşacağı, her gönderim şekli için ödemeden önce gösterilir. Ağırlığa ve ülkeye bağlıdır.",
  shipping2:
    "Vergiler ülkenizin yasasına göre dahildir ya da eklenir ve her zaman onayladığınız toplamın içindedir.",
  shipping3:
    "Ön sipariş, yanında yazan günden başlayarak siparişin kalanıyla gönderilir. Dijital olan hemen hazırdır.",
  refunds1:
    "Fikriniz mi değişti? Ulaşmasından sonraki 30 gün içinde kullanmadan geri gönderin, para ödediğiniz karta geri döner.",
  refunds2:
    "Yalnızca sizin için yapılanlar ve indirmeler ancak kusurluysa geri alınır.",
  privacy1:
    "Siparişi teslim etmek için mağaza, ödemede yazdıklarınızı saklar: ad, adres, e-posta ve kurye isterse telefon. Yalnızca o sipariş ve mesajları için kullanılır.",
  privacyCard:
    "Kart numarası doğrudan ödeme kuruluşuna gider. Mağaza onu hiç görmez.",
  privacyDevice:
    "Raf bu cihazda yalnızca hangi sepetin sizin olduğunu ve nerede kaldığınızı tutar. Ad yok, adres yok, reklam çerezi yok.",
  privacyCreator:
    "Videoyu yapan ne satıldığını görür, kim olduğunuzu görmez.",
  privacyHere:
    "Bu gösterimde her şey, onu çalıştıran bilgisayardaki tek bir veritabanı dosyasında kalır. Dosyayı silin, hepsi gider.",
  terms1:
    "Video platformundan değil, ödemede adı geçen mağazadan alırsınız. Onayladığınız toplam, çekilen toplamdır.",
  terms2:
    "Sipariş, ödeme tamamlandığında verilmiş olur. Ondan önce bir şey tükenirse size bildirilir ve hiçbir tutar çekilmez.",
  terms3:
    "Ürünlerdeki resimler yaratıcılarınındır. Keyfini çıkarın, ödünç verin, hediye edin; lütfen satmak için kopyalamayın.",
};
