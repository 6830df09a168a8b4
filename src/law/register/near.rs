//! Names that resemble one that does not exist.

/// The number of letters to put in, take out or change to make one text of the other.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, letter) in one.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, candidate) in other.iter().enumerate() {
            let changed = diagonal + usize::from(letter != *candidate);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[other.len()]
}

/// How far a text is from a name: 0 for the same, `None` if they are not alike.
pub(super) fn likeness(given: &str, name: &str) -> Option<usize> {
    let (given, name) = (given.trim().to_lowercase(), name.to_lowercase());
    if given.is_empty() || given.chars().count() > 60 {
        return None;
    }
    let allowed = (given.chars().count() / 3).clamp(1, 3);
    let letters = distance(&given, &name);
    if letters <= allowed {
        Some(letters)
    } else if given.len() >= 3 && name.contains(&given) || name.len() >= 3 && given.contains(&name) {
        Some(allowed + 1)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_are_found_and_far_ones_are_not() {
        for (given, name, near) in [
            ("kpr", "kpr", Some(0)),
            ("KPR", "kpr", Some(0)),
            ("krp", "kpr", None),
            ("kprr", "kpr", Some(1)),
            ("helsid", "helseid", Some(1)),
            ("pasientregister", "Norsk pasientregister", Some(4)),
            ("sms", "sms-varsling", Some(2)),
            ("frikort", "kpr", None),
            ("", "kpr", None),
        ] {
            assert_eq!(likeness(given, name), near, "{given} {name}");
        }
    }
}
