//! What blanks are made of, how to look after them, and how they are sent.

use crate::words::{Label, label};

/// A material with its care.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Material {
    /// What it is.
    pub text: Label,
    /// How to look after it.
    pub care: Label,
}

/// How a product is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shipping {
    /// Stable id, kebab-case.
    pub id: &'static str,
    /// As told to the buyer.
    pub text: Label,
}

const fn ships(id: &'static str, en: &'static str, ar: &'static str, ja: &'static str) -> Shipping {
    Shipping { id, text: label(en, ar, ja) }
}

pub(super) const TUBE: &Shipping =
    &ships("tube", "Rolled in a strong card tube.", "يُرسل ملفوفًا في أنبوب كرتون متين.", "丈夫な紙筒に巻いてお届けします。");
pub(super) const FLAT: &Shipping =
    &ships("flat", "Flat in a board-backed envelope.", "يُرسل مسطحًا في ظرف مقوّى.", "厚紙入りの封筒で平らなままお届けします。");
pub(super) const BOX: &Shipping =
    &ships("box", "In a snug recycled box.", "في صندوق محكم من كرتون معاد تدويره.", "再生紙の箱に入れてお届けします。");
pub(super) const BAG: &Shipping =
    &ships("bag", "Folded in a paper mailer.", "مطويًا في كيس ورقي.", "たたんで紙袋でお届けします。");
pub(super) const LONG: &Shipping = &ships(
    "long-box",
    "In a long box, corners protected.",
    "في صندوق طويل مع حماية الزوايا.",
    "角を保護した長い箱でお届けします。",
);
pub(super) const LINK: &Shipping = &ships(
    "download",
    "A download link on the order page and by email, at once.",
    "رابط تنزيل في صفحة الطلب وبالبريد الإلكتروني فورًا.",
    "注文ページとメールにすぐダウンロードリンクが届きます。",
);

const fn material(text: Label, care: Label) -> Material {
    Material { text, care }
}

const DRY: Label =
    label("Keep dry and out of strong sun.", "يُحفظ جافًا وبعيدًا عن الشمس القوية.", "湿気と直射日光を避けてください。");
const WIPE: Label = label("Wipe with a soft damp cloth.", "يُمسح بقطعة قماش ناعمة رطبة.", "柔らかい湿った布で拭いてください。");
const HAND: Label =
    label("Wash by hand; not for the microwave.", "يُغسل باليد، ولا يوضع في الميكروويف.", "手洗いしてください。電子レンジ不可。");
const MACHINE: Label = label("Dishwasher and microwave safe.", "آمن لغسالة الصحون والميكروويف.", "食洗機・電子レンジ対応。");
const COLD: Label = label(
    "Wash cold, inside out; dry on a line.",
    "يُغسل بماء بارد ومقلوبًا، ويُجفف على الحبل.",
    "裏返して水洗いし、つり干ししてください。",
);
const WARM: Label =
    label("Wash at 40 °C; tumble dry low.", "يُغسل على 40 درجة ويُجفف على حرارة منخفضة.", "40℃で洗い、低温で乾燥できます。");
const SPOT: Label = label(
    "Clean spots with mild soap; reshape while damp.",
    "تُنظف البقع بصابون لطيف ويُعاد تشكيله وهو رطب.",
    "汚れは中性洗剤で落とし、湿ったまま形を整えてください。",
);
const NONE: Label = label(
    "Yours to keep; download it again at any time.",
    "ملكك دائمًا، ويمكن تنزيله من جديد في أي وقت.",
    "いつでも再ダウンロードできます。",
);

pub(super) const PAPER: &Material = &material(
    label("Matt art paper, 200 g/m², archival inks.", "ورق فني مطفي 200 غ/م² وأحبار تدوم.", "マット紙200g/m²、顔料インク。"),
    DRY,
);
pub(super) const INKED: &Material = &material(
    label(
        "Heavy cotton paper, printed by hand in spot colours.",
        "ورق قطني ثقيل مطبوع يدويًا بألوان منفصلة.",
        "厚手コットン紙に手刷りの特色印刷。",
    ),
    DRY,
);
pub(super) const CARD: &Material = &material(
    label(
        "Uncoated card, 350 g/m², from recycled fibre.",
        "كرتون غير مصقول 350 غ/م² من ألياف معاد تدويرها.",
        "再生繊維の非塗工紙350g/m²。",
    ),
    DRY,
);
pub(super) const FRAME: &Material = &material(
    label(
        "Solid wood frame, real glass, acid-free mount.",
        "إطار خشب طبيعي وزجاج حقيقي وورق خالٍ من الأحماض.",
        "無垢材フレーム、ガラス、中性紙マット。",
    ),
    WIPE,
);
pub(super) const LINEN: &Material = &material(
    label("Cotton canvas on a 4 cm pine frame.", "قماش قطني على إطار صنوبر بسماكة 4 سم.", "4cm厚の松材に張った綿キャンバス。"),
    WIPE,
);
pub(super) const METAL: &Material = &material(
    label("Brushed aluminium with a fired coating.", "ألمنيوم مصقول بطبقة محروقة.", "焼付コーティングのアルミ。"),
    WIPE,
);
pub(super) const ACRYLIC: &Material = &material(
    label("Clear cast acrylic, printed on both sides.", "أكريليك شفاف مطبوع على الوجهين.", "両面印刷の透明アクリル。"),
    WIPE,
);
pub(super) const WOOD: &Material = &material(
    label("Oiled solid wood from managed forests.", "خشب طبيعي مزيّت من غابات مُدارة.", "管理林の無垢材、オイル仕上げ。"),
    WIPE,
);
pub(super) const VINYL: &Material = &material(
    label(
        "Weatherproof vinyl that comes off without a trace.",
        "فينيل مقاوم للطقس يُنزع دون أثر.",
        "跡が残りにくい耐候ビニール。",
    ),
    WIPE,
);
pub(super) const ENAMEL: &Material = &material(
    label(
        "Hard enamel on plated brass, two rubber clutches.",
        "مينا صلبة على نحاس مطلي مع مشبكين مطاطيين.",
        "真鍮メッキのハードエナメル、ゴム留め付き。",
    ),
    WIPE,
);
pub(super) const THREAD: &Material = &material(
    label(
        "Cotton twill, embroidered edge to edge, iron-on back.",
        "قماش تويل مطرّز بالكامل مع ظهر يُكوى.",
        "綿ツイルに総刺繍、アイロン接着。",
    ),
    SPOT,
);
pub(super) const STONEWARE: &Material =
    &material(label("Glazed stoneware, fired twice.", "خزف مزجج محروق مرتين.", "二度焼きの施釉ストーンウェア。"), MACHINE);
pub(super) const ENAMELWARE: &Material =
    &material(label("Enamelled steel with a rolled rim.", "فولاذ مطلي بالمينا بحافة ملفوفة.", "縁巻きのホーロー鋼。"), HAND);
pub(super) const STEEL: &Material = &material(
    label(
        "Double-wall stainless steel, powder coated.",
        "فولاذ مقاوم للصدأ بجدار مزدوج وطلاء بودرة.",
        "二重構造ステンレス、粉体塗装。",
    ),
    HAND,
);
pub(super) const GLASS: &Material = &material(
    label("Borosilicate glass, ceramic print.", "زجاج بوروسيليكات بطباعة خزفية.", "耐熱ガラス、セラミックプリント。"),
    HAND,
);
pub(super) const CORK: &Material = &material(
    label("Cork base, heat-proof printed top.", "قاعدة من الفلين ووجه مطبوع مقاوم للحرارة.", "コルク台、耐熱プリント面。"),
    WIPE,
);
pub(super) const COTTON: &Material =
    &material(label("Heavy organic cotton.", "قطن عضوي ثقيل.", "厚手オーガニックコットン。"), COLD);
pub(super) const FLEECE: &Material = &material(
    label("Brushed organic cotton fleece, 320 g/m².", "قطن عضوي مبطن 320 غ/م².", "裏起毛オーガニックコットン320g/m²。"),
    COLD,
);
pub(super) const KNIT: &Material = &material(
    label(
        "Knitted in cotton and recycled polyester.",
        "حياكة من القطن والبوليستر المعاد تدويره.",
        "綿と再生ポリエステルの編み。",
    ),
    COLD,
);
pub(super) const WOVEN: &Material = &material(
    label(
        "Recycled polyester, printed to the seam.",
        "بوليستر معاد تدويره مطبوع حتى الحواف.",
        "縫い目まで印刷した再生ポリエステル。",
    ),
    COLD,
);
pub(super) const TERRY: &Material = &material(
    label("Cotton terry back, velvet printed face.", "ظهر من القطن الوبري ووجه مخملي مطبوع.", "表ベロア・裏パイルの綿。"),
    WARM,
);
pub(super) const RUG: &Material = &material(
    label("Dense low pile on a non-slip back.", "وبر قصير كثيف على ظهر مانع للانزلاق.", "滑り止め付きの低毛パイル。"),
    SPOT,
);
pub(super) const PLUSH: &Material = &material(
    label(
        "Short soft plush, filled with recycled fibre; from birth.",
        "فرو قصير ناعم محشو بألياف معاد تدويرها؛ من الولادة.",
        "短毛ボア、再生綿入り。0歳から。",
    ),
    SPOT,
);
pub(super) const PLASTIC: &Material =
    &material(label("Recycled hard plastic.", "بلاستيك صلب معاد تدويره.", "再生硬質プラスチック。"), WIPE);
pub(super) const BOARD: &Material =
    &material(label("Thick blue-core board, linen finish.", "كرتون سميك بلمسة كتان.", "リネン加工の厚紙。"), DRY);
pub(super) const MAPLE: &Material = &material(
    label(
        "Seven plies of Canadian maple, cold pressed.",
        "سبع طبقات من القيقب الكندي مضغوطة على البارد.",
        "カナディアンメープル7層、コールドプレス。",
    ),
    WIPE,
);
pub(super) const RECORD: &Material = &material(
    label(
        "140 g vinyl, printed inner sleeve, download code.",
        "فينيل 140 غ مع غلاف داخلي مطبوع ورمز تنزيل.",
        "140g盤、印刷インナー、DLコード付き。",
    ),
    DRY,
);
pub(super) const RUBBER: &Material = &material(
    label("Natural rubber under a smooth printed cloth.", "مطاط طبيعي تحت قماش أملس مطبوع.", "天然ゴムに滑らかなプリント布。"),
    SPOT,
);
pub(super) const CASE: &Material = &material(
    label(
        "Recycled polycarbonate with soft edges.",
        "بولي كربونات معاد تدويره بحواف لينة.",
        "再生ポリカーボネート、柔らかい縁。",
    ),
    WIPE,
);
pub(super) const LEATHER: &Material = &material(
    label("Vegan leather, printed and sealed.", "جلد نباتي مطبوع ومختوم.", "印刷・コーティングしたヴィーガンレザー。"),
    WIPE,
);
pub(super) const WAX: &Material = &material(
    label(
        "Soy and beeswax, cotton wick, 40 hours: fig, cedar, salt.",
        "صويا وشمع نحل وفتيل قطني، 40 ساعة: تين وأرز وملح.",
        "ソイ・蜜蝋、綿芯、40時間。いちじくと杉。",
    ),
    DRY,
);
pub(super) const FILES: &Material =
    &material(label("Files without copy protection.", "ملفات دون حماية من النسخ.", "コピー制限のないファイル。"), NONE);
