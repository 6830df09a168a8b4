//! What a character is, in plain words, for whoever must write it otherwise because no font of the letter has it.

use super::Trilingual;

/// A character as a message shows it: itself, its number in Unicode, and what it is.
#[must_use]
pub fn shown(character: char) -> Trilingual {
    let kind = kind(character);
    let number = u32::from(character);
    // What cannot be seen by itself, or would turn the line around, is told by its number alone.
    let itself = if is_seen(character) { format!("«{character}» ") } else { String::new() };
    let text = |kind: &str| format!("{itself}(U+{number:04X}, {kind})").into();
    Trilingual { nb: text(&kind.nb), nn: text(&kind.nn), en: text(&kind.en) }
}

/// Characters as a message lists them.
#[must_use]
pub fn list(characters: &[char]) -> Trilingual {
    let shown: Vec<Trilingual> = characters.iter().copied().map(shown).collect();
    let join = |pick: fn(&Trilingual) -> &str| shown.iter().map(pick).collect::<Vec<_>>().join(", ").into();
    Trilingual { nb: join(|text| &text.nb), nn: join(|text| &text.nn), en: join(|text| &text.en) }
}

fn is_seen(character: char) -> bool {
    !matches!(u32::from(character), 0xE000..=0xF8FF | 0xFFF0..=0xFFFF | 0xE0000..) && !character.is_whitespace()
}

/// What a character is: its script or what it is used for (the blocks of Unicode).
#[must_use]
pub fn kind(character: char) -> Trilingual {
    match u32::from(character) {
        0x1F000..=0x1FAFF | 0x2600..=0x27BF | 0x2B00..=0x2BFF => {
            Trilingual::fixed("bildetegn", "biletteikn", "an emoji or a pictograph")
        }
        0x0590..=0x05FF | 0xFB1D..=0xFB4F => RIGHT_TO_LEFT[0].clone(),
        0x0600..=0x06FF | 0x0750..=0x077F | 0x0870..=0x08FF | 0xFB50..=0xFDFF | 0xFE70..=0xFEFE => {
            RIGHT_TO_LEFT[1].clone()
        }
        0x0700..=0x074F | 0x0780..=0x086F | 0x10800..=0x10FFF | 0x1E800..=0x1EFFF => RIGHT_TO_LEFT[2].clone(),
        0x2000..=0x206F | 0x3000 => {
            Trilingual::fixed("mellomrom eller skilletegn", "mellomrom eller skiljeteikn", "a space or punctuation")
        }
        0x1100..=0x11FF
        | 0x2E80..=0x9FFF
        | 0xA960..=0xA97F
        | 0xAC00..=0xD7FF
        | 0xF900..=0xFAFF
        | 0xFE30..=0xFE4F
        | 0xFF00..=0xFFEF
        | 0x20000..=0x3FFFF => Trilingual::fixed(
            "kinesisk, japansk eller koreansk skrift",
            "kinesisk, japansk eller koreansk skrift",
            "Chinese, Japanese or Korean script",
        ),
        0x0900..=0x0DFF | 0xA830..=0xA8FF | 0x11000..=0x11FFF => {
            Trilingual::fixed("indisk skrift", "indisk skrift", "an Indic script")
        }
        0x0E00..=0x109F | 0x1700..=0x18AF | 0x1900..=0x1AAF | 0xA900..=0xA95F | 0xA980..=0xAADF => Trilingual::fixed(
            "skrift fra Sørøst-Asia, Tibet eller Mongolia",
            "skrift frå Søraust-Asia, Tibet eller Mongolia",
            "a script of South-East Asia, Tibet or Mongolia",
        ),
        0x10A0..=0x10FF | 0x1C90..=0x1CBF | 0x2D00..=0x2D2F => {
            Trilingual::fixed("georgisk skrift", "georgisk skrift", "Georgian script")
        }
        0x1200..=0x139F | 0x2D80..=0x2DDF | 0xAB01..=0xAB2E => {
            Trilingual::fixed("etiopisk skrift", "etiopisk skrift", "Ethiopic script")
        }
        0x0530..=0x058F => Trilingual::fixed("armensk skrift", "armensk skrift", "Armenian script"),
        0x0370..=0x03FF | 0x1F00..=0x1FFF => Trilingual::fixed("gresk skrift", "gresk skrift", "Greek script"),
        0x0400..=0x052F | 0x1C80..=0x1C8F | 0x2DE0..=0x2DFF | 0xA640..=0xA69F => {
            Trilingual::fixed("kyrillisk skrift", "kyrillisk skrift", "Cyrillic script")
        }
        0x0000..=0x024F | 0x1E00..=0x1EFF | 0x2C60..=0x2C7F | 0xA720..=0xA7FF | 0xAB30..=0xAB6F => {
            Trilingual::fixed("sjelden latinsk bokstav", "sjeldan latinsk bokstav", "a rare Latin letter")
        }
        0x0300..=0x036F | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x20D0..=0x20FF | 0xFE20..=0xFE2F => Trilingual::fixed(
            "tegn over eller under en bokstav",
            "teikn over eller under ein bokstav",
            "a mark above or below a letter",
        ),
        0x1D400..=0x1D7FF => Trilingual::fixed(
            "matematisk bokstav; skriv den vanlige",
            "matematisk bokstav; skriv den vanlege",
            "a mathematical letter; write the plain one",
        ),
        0x2070..=0x25FF | 0x2900..=0x2AFF | 0x1D100..=0x1D1FF => Trilingual::fixed("symbol", "symbol", "a symbol"),
        0xE000..=0xF8FF | 0xF0000..=0x10_FFFF => Trilingual::fixed(
            "tegn som bare ett program kjenner",
            "teikn som berre eitt program kjenner",
            "a character that only one program knows",
        ),
        0xFFFD => Trilingual::fixed(
            "står for et tegn som gikk tapt",
            "står for eit teikn som gjekk tapt",
            "stands for a character that was lost",
        ),
        _ => Trilingual::fixed("tegn fra en annen skrift", "teikn frå ei anna skrift", "a character of another script"),
    }
}

/// Scripts that are read from right to left: letters set one after the other the other way would say something else.
const RIGHT_TO_LEFT: [Trilingual; 3] = [
    Trilingual::fixed(
        "hebraisk skrift, som går fra høyre mot venstre",
        "hebraisk skrift, som går frå høgre mot venstre",
        "Hebrew script, which runs from right to left",
    ),
    Trilingual::fixed(
        "arabisk skrift, som går fra høyre mot venstre",
        "arabisk skrift, som går frå høgre mot venstre",
        "Arabic script, which runs from right to left",
    ),
    Trilingual::fixed(
        "skrift som går fra høyre mot venstre",
        "skrift som går frå høgre mot venstre",
        "a script that runs from right to left",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_is_told_by_its_number_and_in_words() {
        for (character, text) in [
            ('😀', "«😀» (U+1F600, bildetegn)"),
            ('❤', "«❤» (U+2764, bildetegn)"),
            ('ש', "«ש» (U+05E9, hebraisk skrift, som går fra høyre mot venstre)"),
            ('ع', "«ع» (U+0639, arabisk skrift, som går fra høyre mot venstre)"),
            ('漢', "«漢» (U+6F22, kinesisk, japansk eller koreansk skrift)"),
            ('क', "«क» (U+0915, indisk skrift)"),
            ('𝐀', "«𝐀» (U+1D400, matematisk bokstav; skriv den vanlige)"),
            ('\u{E001}', "(U+E001, tegn som bare ett program kjenner)"),
            ('\u{FFFD}', "(U+FFFD, står for et tegn som gikk tapt)"),
            ('\u{3000}', "(U+3000, mellomrom eller skilletegn)"),
        ] {
            assert_eq!(shown(character).nb, text);
        }
        assert_eq!(list(&['क', '→']).en, "«क» (U+0915, an Indic script), «→» (U+2192, a symbol)");
    }
}
