//! The two control digits, by today's rule and by the one from 2032.

/// Weights of the first control digit over digits 1 to 10; the control digit itself counts once.
const FIRST_WEIGHTS: [u16; 10] = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
/// Weights of the second control digit over digits 1 to 11; the control digit itself counts once.
const SECOND_WEIGHTS: [u16; 11] = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
/// The largest remainder that the first control digit may leave from 2032. Today it must be 0.
const LARGEST_REMAINDER_FROM_2032: u16 = 3;

/// By which rule the control digits are right.
///
/// The second control digit has the same rule before and after. Since no weight of it is 0 and no two
/// neighbours weigh the same, it alone finds every single wrong digit and every swap of two neighbours, by
/// either rule. What the rule from 2032 gives up lies in the first control digit: several errors at
/// once pass about four times as often, and the digits 1, 2 and 3 can change places with those six
/// places on (7, 8 and 9), which the second control digit weighs alike. That the fourth and the tenth digit changed
/// places is found by neither rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ControlRule {
    /// Right by today's rule, and the rule from 2032 does not apply to this kind of number.
    Before2032,
    /// Right only by the rule for numbers given from 1 January 2032.
    From2032,
    /// Right by both: a number of today's, or one given from 2032 that happens to leave no remainder.
    Both,
}

impl ControlRule {
    /// Every rule.
    pub const ALL: [Self; 3] = [Self::Before2032, Self::From2032, Self::Both];

    /// The code of the rule: `before-2032`, `from-2032` or `both`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Before2032 => "before-2032",
            Self::From2032 => "from-2032",
            Self::Both => "both",
        }
    }
}

/// One of the two control digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ControlDigit {
    /// The tenth digit, over the nine before it.
    First,
    /// The eleventh digit, over the ten before it.
    Second,
}

/// Checks both control digits of eleven digits (values 0 to 9), or tells which one is wrong.
///
/// `relaxed` says whether the rule from 2032 applies to this kind of number: Skatteetaten announces it for
/// fødselsnummer and D-nummer only.
pub(super) fn check(digits: &[u8; 11], relaxed: bool) -> Result<ControlRule, ControlDigit> {
    let first = remainder(digits, &FIRST_WEIGHTS);
    let rule = match (first, relaxed) {
        (0, true) => ControlRule::Both,
        (0, false) => ControlRule::Before2032,
        (1..=LARGEST_REMAINDER_FROM_2032, true) => ControlRule::From2032,
        _ => return Err(ControlDigit::First),
    };
    match remainder(digits, &SECOND_WEIGHTS) {
        0 => Ok(rule),
        _ => Err(ControlDigit::Second),
    }
}

fn remainder(digits: &[u8; 11], weights: &[u16]) -> u16 {
    digits.iter().zip(weights).map(|(digit, weight)| u16::from(*digit) * weight).sum::<u16>() % 11
}
