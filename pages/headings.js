// What stands over each creator's shelf, in every language. Apart from the other words, since a shelf that gets its
// heading later than its other attributes would start twice, and the words come one language at a time.

export const headings = {
  "noor-draws": {
    en: "Noor’s things", ar: "أعمال نور", es: "Las cosas de Noor", fr: "Les créations de Noor", de: "Noors Sachen",
    ja: "ヌールのグッズ", he: "הדברים של נור", "pt-BR": "As coisas da Noor", hi: "नूर की चीज़ें", id: "Karya Noor", tr: "Noor’un ürünleri",
  },
  "rye-rolls": {
    en: "Rye’s things", ar: "أعمال راي", es: "Las cosas de Rye", fr: "Les créations de Rye", de: "Ryes Sachen",
    ja: "ライのグッズ", he: "הדברים של ריי", "pt-BR": "As coisas do Rye", hi: "राय की चीज़ें", id: "Barang Rye", tr: "Rye’ın ürünleri",
  },
  "long-orbit": {
    en: "From The Long Orbit", ar: "من المدار الطويل", es: "De The Long Orbit", fr: "De The Long Orbit", de: "Von The Long Orbit",
    ja: "ロング・オービットのグッズ", he: "מהמסלול הארוך", "pt-BR": "Da The Long Orbit", hi: "द लॉन्ग ऑर्बिट से",
    id: "Dari The Long Orbit", tr: "The Long Orbit ürünleri",
  },
};
