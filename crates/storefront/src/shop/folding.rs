//! How words are made comparable for search: the same folding for what is indexed and for what is asked.
//!
//! Latin words are lower-cased (the index strips their accents). Arabic loses vowel signs and elongation, the forms of alef,
//! yeh, heh and hamza fall together, and the article is taken off. Chinese and Japanese have no spaces: every character
//! becomes a word, and a query asks for them in a row.

/// A word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Term {
    /// A word, or the beginning of one.
    Word(String),
    /// Characters that must follow each other.
    Row(Vec<char>),
}

/// The most words of a query that count.
const TERMS: usize = 12;

/// A text as the index holds it: folded words with spaces between them.
#[must_use]
pub fn index(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for term in terms(text) {
        match term {
            Term::Word(word) => {
                out.push_str(&word);
                out.push(' ');
            }
            Term::Row(row) => {
                for character in row {
                    out.push(character);
                    out.push(' ');
                }
            }
        }
    }
    out
}

/// What a query asks for.
#[must_use]
pub fn query(text: &str) -> Vec<Term> {
    let mut terms = terms(text);
    terms.truncate(TERMS);
    terms
}

/// A folded word as an index without a tokenizer of its own holds it: accents off, and English endings with them, so that
/// "mugs" finds a mug.
#[must_use]
pub fn lexeme(word: &str) -> String {
    let plain = bare(word);
    if plain.is_ascii() {
        rust_stemmers::Stemmer::create(rust_stemmers::Algorithm::English).stem(&plain).into_owned()
    } else {
        plain
    }
}

/// A folded word without its accents.
#[must_use]
pub fn bare(word: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    word.nfd().filter(|character| !('\u{300}'..='\u{36f}').contains(character)).collect()
}

fn terms(text: &str) -> Vec<Term> {
    let mut terms = Vec::new();
    let mut word = String::new();
    let mut row = Vec::new();
    for character in text.chars().chain([' ']) {
        if is_spaceless(character) {
            finish_word(&mut word, &mut terms);
            row.push(character);
            continue;
        }
        if !row.is_empty() {
            terms.push(Term::Row(std::mem::take(&mut row)));
        }
        if is_silent(character) {
            continue;
        }
        // Combining accents stay with their letter; the index strips them from both sides.
        if character.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&character) {
            word.extend(character.to_lowercase().map(same));
        } else {
            finish_word(&mut word, &mut terms);
        }
    }
    terms
}

fn finish_word(word: &mut String, terms: &mut Vec<Term>) {
    if word.is_empty() {
        return;
    }
    let word = std::mem::take(word);
    // "ال" is "the"; a word of two letters is rarely one with an article.
    let bare = word.strip_prefix("ال").filter(|rest| rest.chars().count() >= 3).map(str::to_owned);
    terms.push(Term::Word(bare.unwrap_or(word)));
}

/// Arabic vowel signs and elongation, and apostrophes inside words.
fn is_silent(character: char) -> bool {
    matches!(character, '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{640}' | '\'' | '’')
}

/// Letters that are written for one another.
fn same(character: char) -> char {
    match character {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ئ' => 'ي',
        'ؤ' => 'و',
        'ة' => 'ه',
        other => other,
    }
}

/// Scripts written without spaces: Han, Hiragana, Katakana.
fn is_spaceless(character: char) -> bool {
    matches!(character, '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{309f}' | '\u{30a1}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
        && character != '・'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arabic_is_found_however_it_is_spelled() {
        assert_eq!(index("القِطّة"), index("قطه"));
        assert_eq!(index("أكواب"), index("اكواب"));
        assert_eq!(index("مقـــهى"), index("مقهي"));
        assert_eq!(index("الى"), "الي ");
    }

    #[test]
    fn japanese_becomes_characters_in_a_row() {
        assert_eq!(index("星図 Poster"), "星 図 poster ");
        assert_eq!(query("ポスター"), [Term::Row("ポスター".chars().collect())]);
    }

    #[test]
    fn a_lexeme_has_neither_accents_nor_english_endings() {
        assert_eq!(["mugs", "cafés", "café", "skaters", "قطه"].map(lexeme), ["mug", "cafe", "cafe", "skater", "قطه"]);
    }

    #[test]
    fn punctuation_and_operators_mean_nothing() {
        assert_eq!(
            query("\"cat\" OR NEAR(mug*) -x:y"),
            ["cat", "or", "near", "mug", "x", "y"].map(|word| Term::Word(word.to_owned()))
        );
        assert_eq!(query("!!! --- ٭"), []);
        assert_eq!(query("skater's"), [Term::Word("skaters".to_owned())]);
    }

    #[test]
    fn only_so_many_words_count() {
        assert_eq!(query(&"cat ".repeat(1_000)).len(), TERMS);
    }
}
