//! The legal pages in Turkish.

use super::Text;

pub(super) static PAGES: [Text; 4] = [
    (
        "Gizlilik politikası",
        &[
            "Ödemede yazdıklarınızı saklarız: adınız, e-posta adresiniz, teslimat adresiniz ve ne aldığınız. Siparişinizi göndermek ve size yanıt vermek için gerekir.",
            "Kart bilgileri, kart kuruluşunun kendi sayfasında girilir. Mağaza hiçbir zaman kart numarası görmez.",
            "Çerez kullanmaz, sizi izlemeyiz. Fırsatlar hakkında yalnızca siz isterseniz yazarız.",
            "Bu bir gösteri mağazasıdır: yazdığınız hiçbir şey çalıştığı bilgisayardan çıkmaz.",
        ],
    ),
    (
        "Satış koşulları",
        &[
            "Ödenecek her şeyi ödemeden önce görürsünüz. Onayladığınız toplam, çekilen toplamdır.",
            "Siparişiniz, ödeme tamamlandığında verilmiş olur. Onay sayfasındaki bağlantıyla izleyebilirsiniz.",
            "Bu, deneme kartlarıyla çalışan bir gösteri mağazasıdır: gerçek para hareket etmez ve hiçbir şey gönderilmez.",
        ],
    ),
    (
        "İade ve para iadesi",
        &[
            "Kullanılmamış her şeyi ulaşmasından sonraki 30 gün içinde geri gönderebilirsiniz. Para, ödediğiniz karta geri döner.",
            "Yalnızca sizin için yapılanlar ve indirmeler, kusurlu olmadıkça geri gönderilemez.",
        ],
    ),
    (
        "Kargo",
        &[
            "Teslimat ücreti ağırlığa ve ülkeye bağlıdır ve ödemeden önce gösterilir. Büyük siparişler ülke içinde ücretsiz gönderilir.",
            "Standart gönderim ülke içinde 3 ila 5, yurt dışına 7 ila 12 iş günü sürer; hızlı gönderim 1 ila 2 ve 3 ila 5.",
            "Ön siparişler, yanında yazan günden başlayarak siparişin kalanıyla birlikte gönderilir. İndirmeler hemen hazırdır.",
        ],
    ),
];
