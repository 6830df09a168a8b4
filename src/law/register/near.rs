//! Names that resemble one that does not exist.

/// The number of letters to put in, take out, change or swap with the next one to make one text of the other.
fn distance(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let mut rows = vec![vec![0; other.len() + 1]; one.len() + 1];
    rows[0] = (0..=other.len()).collect();
    for i in 1..=one.len() {
        rows[i][0] = i;
        for j in 1..=other.len() {
            let changed = rows[i - 1][j - 1] + usize::from(one[i - 1] != other[j - 1]);
            rows[i][j] = changed.min(rows[i - 1][j] + 1).min(rows[i][j - 1] + 1);
            if i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] {
                rows[i][j] = rows[i][j].min(rows[i - 2][j - 2] + 1);
            }
        }
    }
    rows[one.len()][other.len()]
}

/// How far a text is from a name: 0 for the same, `None` if they are not alike.
#[must_use]
pub fn likeness(given: &str, name: &str) -> Option<usize> {
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
            ("krp", "kpr", Some(1)),
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
