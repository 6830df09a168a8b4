//! Which provisions a reference names, so that a list of rules says nothing twice.

/// Words between the name of an act and the numbers of its provisions.
const MARKS: [&str; 7] = [" §§ ", " § ", " artikkel ", " Articles ", " Article ", " sections ", " section "];

/// Whether what `named` names takes in what `text` names: «§ 25» takes in «§ 25 første ledd», and «artikkel 77 og 79»
/// takes in «artikkel 77». «artikkel 15 til 22» takes in none of them, since it does not tell which one a decision
/// rests on.
pub(super) fn takes_in(named: &str, text: &str) -> bool {
    if named == text {
        return true;
    }
    let (Some((act, provisions)), Some((same, others))) = (split(named), split(text)) else {
        return false;
    };
    let (listed, detail) = numbers(provisions);
    let (wanted, _) = numbers(others);
    if act != same || wanted.is_empty() {
        return false;
    }
    match detail {
        "" => wanted.iter().all(|number| listed.contains(number)),
        _ => text.strip_prefix(named).is_some_and(|rest| rest.starts_with([' ', '('])),
    }
}

/// The act, and what follows the paragraph sign.
fn split(text: &str) -> Option<(&str, &str)> {
    MARKS.iter().find_map(|mark| text.split_once(mark))
}

/// The numbers before the first other word, and the rest: «24 og 25» is both, «32 b» is one. In English the parts of a
/// provision follow its number in brackets: "17(3)".
fn numbers(text: &str) -> (Vec<String>, &str) {
    let mut found: Vec<String> = Vec::new();
    let mut rest = text;
    loop {
        let (word, after) = rest.split_once(' ').unwrap_or((rest, ""));
        let bare = word.trim_end_matches(',');
        if bare.starts_with(|character: char| character.is_ascii_digit()) {
            if let Some((number, _)) = bare.split_once('(') {
                found.push(number.to_owned());
                return (found, rest.trim_start_matches(number));
            }
            found.push(bare.to_owned());
        } else if let (Some(open), [letter]) = (found.last_mut(), bare.as_bytes())
            && letter.is_ascii_lowercase()
        {
            open.push_str(bare);
        } else if !matches!(word, "og" | "and") {
            return (found, rest);
        }
        rest = after;
    }
}

#[cfg(test)]
mod tests {
    use super::takes_in;

    #[test]
    fn a_whole_provision_takes_in_its_parts() {
        for (named, text, expected) in [
            ("helseregisterloven § 25", "helseregisterloven § 25 første ledd", true),
            ("helseregisterloven § 2", "helseregisterloven § 25", false),
            ("helseregisterloven § 25", "pasientjournalloven § 25", false),
            ("helseregisterloven § 25 første ledd", "helseregisterloven § 25", false),
            ("helseregisterloven § 25 første ledd", "helseregisterloven § 25 andre ledd", false),
            ("personvernforordningen artikkel 1", "personvernforordningen artikkel 17", false),
            ("personvernforordningen artikkel 17", "personvernforordningen artikkel 17 nr. 3", true),
            ("personvernforordningen artikkel 15 nr. 1", "personvernforordningen artikkel 15 nr. 1 bokstav c", true),
            ("personvernforordningen artikkel 15 nr. 1", "personvernforordningen artikkel 15 nr. 12", false),
            ("personvernforordningen artikkel 77 og 79", "personvernforordningen artikkel 77", true),
            ("personvernforordningen artikkel 15 til 22", "personvernforordningen artikkel 21 nr. 1", false),
            ("forvaltningsloven §§ 24 og 25", "forvaltningsloven § 25 andre ledd", true),
            ("forvaltningsloven §§ 28 til 32", "forvaltningsloven § 28 første ledd", false),
            ("forvaltningsloven § 27", "forvaltningsloven § 27 b", false),
            ("KPR-forskriften § 4-3", "KPR-forskriften § 4-3 andre ledd", true),
            ("GDPR Article 17", "GDPR Article 17(3)", true),
            ("GDPR Article 1", "GDPR Article 17(3)", false),
            ("GDPR Article 15(1)", "GDPR Article 15(1)(c)", true),
            ("GDPR Article 15(1)", "GDPR Article 15(12)", false),
            ("GDPR Articles 77 and 79", "GDPR Article 77", true),
            ("GDPR Articles 15 to 22", "GDPR Article 21(1)", false),
            ("Health Registers Act section 25", "Health Registers Act section 25 first paragraph", true),
            ("Public Administration Act sections 24 and 25", "Public Administration Act section 25", true),
            ("Helsedirektoratets innholdsoversikt for KPR", "Helsedirektoratets innholdsoversikt for KPR", true),
        ] {
            assert_eq!(takes_in(named, text), expected, "{named} / {text}");
        }
    }
}
