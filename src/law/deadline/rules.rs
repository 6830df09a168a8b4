//! The rules that a deadline follows, each with its source. The words of a rule never change under an id that a case
//! has been computed by: a change is a new version, and a case keeps the version that was accepted for it.

use std::str::FromStr;

use crate::wording::Trilingual;

/// A version of the rules and the holidays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum RuleVersion {
    /// The law as it stands on 2 July 2026.
    #[default]
    V2026_01,
}

impl RuleVersion {
    /// The version that new cases follow.
    pub const CURRENT: Self = Self::V2026_01;
    /// Every version, oldest first.
    pub const ALL: [Self; 1] = [Self::V2026_01];

    /// The id that is kept with a case.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::V2026_01 => "2026-01",
        }
    }
}

/// The id names no version of the rules that this program knows.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("«{0}» er ikke en kjent versjon av fristreglene. Bruk en nyere versjon av programmet.")]
pub struct UnknownRuleVersion(pub String);

impl FromStr for RuleVersion {
    type Err = UnknownRuleVersion;

    fn from_str(id: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|version| version.id() == id).ok_or_else(|| UnknownRuleVersion(id.to_owned()))
    }
}

/// A rule with its source in law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// A short name to branch on.
    pub id: &'static str,
    /// Where the rule stands.
    pub source: Trilingual,
}

/// The period begins on the day on which the request reaches the controller.
pub static RECEIPT: Rule = Rule {
    id: "receipt",
    source: Trilingual::fixed(
        "Personvernforordningen art. 12 nr. 3; EDPB retningslinjer 01/2022 avsnitt 159; forvaltningslovforskriften § 36",
        "Personvernforordninga art. 12 nr. 3; EDPB retningslinjer 01/2022 avsnitt 159; forvaltningslovforskrifta § 36",
        "GDPR Art. 12(3); EDPB Guidelines 01/2022 para. 159; Public Administration Act Regulations (Norway) s. 36",
    ),
};

/// The answer is due one month after receipt, on the same day number.
pub static ONE_MONTH: Rule = Rule {
    id: "one-month",
    source: Trilingual::fixed(
        "Personvernforordningen art. 12 nr. 3; forordning 1182/71 art. 3 nr. 2 c; domstolloven § 148",
        "Personvernforordninga art. 12 nr. 3; forordning 1182/71 art. 3 nr. 2 c; domstollova § 148",
        "GDPR Art. 12(3); Regulation 1182/71 Art. 3(2)(c); Courts of Justice Act (Norway) s. 148",
    ),
};

/// An extended deadline is three months from receipt: one month and the two further ones, counted in one go.
pub static THREE_MONTHS: Rule = Rule {
    id: "three-months-from-receipt",
    source: Trilingual::fixed(
        "Personvernforordningen art. 12 nr. 3; EDPB retningslinjer 01/2022 avsnitt 162–164; forordning 1182/71 art. 3 nr. 2 c",
        "Personvernforordninga art. 12 nr. 3; EDPB retningslinjer 01/2022 avsnitt 162–164; forordning 1182/71 art. 3 nr. 2 c",
        "GDPR Art. 12(3); EDPB Guidelines 01/2022 paras 162–164; Regulation 1182/71 Art. 3(2)(c)",
    ),
};

/// A month that lacks the day ends the period on its last day.
pub static MONTH_END: Rule = Rule {
    id: "month-end",
    source: Trilingual::fixed(
        "Forordning 1182/71 art. 3 nr. 2 c; domstolloven § 148 andre ledd",
        "Forordning 1182/71 art. 3 nr. 2 c; domstollova § 148 andre ledd",
        "Regulation 1182/71 Art. 3(2)(c); Courts of Justice Act (Norway) s. 148, second paragraph",
    ),
};

/// The period does not run while the case waits for something that only the person can give.
pub static PAUSE: Rule = Rule {
    id: "pause",
    source: Trilingual::fixed(
        "EDPB retningslinjer 01/2022 avsnitt 159; forvaltningslovforskriften § 38",
        "EDPB retningslinjer 01/2022 avsnitt 159; forvaltningslovforskrifta § 38",
        "EDPB Guidelines 01/2022 para. 159; Public Administration Act Regulations (Norway) s. 38",
    ),
};

/// A pause that begins on the days to which the last day moves adds its days to the working day it moves to.
pub static LATE_BEGUN_PAUSE: Rule = Rule {
    id: "late-begun-pause",
    source: Trilingual::fixed(
        "EDPB retningslinjer 01/2022 avsnitt 159; forvaltningslovforskriften §§ 38 og 41",
        "EDPB retningslinjer 01/2022 avsnitt 159; forvaltningslovforskrifta §§ 38 og 41",
        "EDPB Guidelines 01/2022 para. 159; Public Administration Act Regulations (Norway) ss. 38 and 41",
    ),
};

/// A period that has run out can no longer be paused.
pub static PAUSE_AFTER_DEADLINE: Rule = Rule {
    id: "pause-after-deadline",
    source: Trilingual::fixed(
        "Personvernforordningen art. 12 nr. 3; forvaltningslovforskriften § 38",
        "Personvernforordninga art. 12 nr. 3; forvaltningslovforskrifta § 38",
        "GDPR Art. 12(3); Public Administration Act Regulations (Norway) s. 38",
    ),
};

/// A period that ends on a Saturday, a Sunday or a public holiday ends on the next working day instead.
pub static NEXT_WORKING_DAY: Rule = Rule {
    id: "next-working-day",
    source: Trilingual::fixed(
        "Forordning 1182/71 art. 3 nr. 4; domstolloven § 149; forvaltningslovforskriften § 41",
        "Forordning 1182/71 art. 3 nr. 4; domstollova § 149; forvaltningslovforskrifta § 41",
        "Regulation 1182/71 Art. 3(4); Courts of Justice Act (Norway) s. 149; Public Administration Act Regulations (Norway) s. 41",
    ),
};

/// The notice of extension, with reasons, is sent on or before the one-month date.
pub static EXTENSION_NOTICE: Rule = Rule {
    id: "extension-notice-within-one-month",
    source: Trilingual::fixed(
        "Personvernforordningen art. 12 nr. 3",
        "Personvernforordninga art. 12 nr. 3",
        "GDPR Art. 12(3)",
    ),
};

/// More information is asked for without undue delay, or the pause may not hold.
pub static ASK_WITHOUT_DELAY: Rule = Rule {
    id: "ask-without-delay",
    source: Trilingual::fixed(
        "EDPB retningslinjer 01/2022 avsnitt 159",
        "EDPB retningslinjer 01/2022 avsnitt 159",
        "EDPB Guidelines 01/2022 para. 159",
    ),
};

/// A provisional reply (foreløpig svar) in a case that ends in an enkeltvedtak.
pub static INTERIM_REPLY: Rule = Rule {
    id: "interim-reply-within-one-month",
    source: Trilingual::fixed(
        "Forvaltningsloven § 11 a tredje ledd; forvaltningslovforskriften §§ 36 og 41",
        "Forvaltningslova § 11 a tredje ledd; forvaltningslovforskrifta §§ 36 og 41",
        "Public Administration Act (Norway) s. 11 a, third paragraph; Public Administration Act Regulations (Norway) ss. 36 and 41",
    ),
};

/// A case is prepared and decided without undue delay, where no number of days is given.
pub static WITHOUT_DELAY: Rule = Rule {
    id: "without-undue-delay",
    source: Trilingual::fixed(
        "Forvaltningsloven § 11 a første ledd",
        "Forvaltningslova § 11 a første ledd",
        "Public Administration Act (Norway) s. 11 a, first paragraph",
    ),
};

/// An appeal against an enkeltvedtak.
pub static APPEAL: Rule = Rule {
    id: "appeal-within-three-weeks",
    source: Trilingual::fixed(
        "Forvaltningsloven §§ 29 og 30; domstolloven §§ 148 og 149",
        "Forvaltningslova §§ 29 og 30; domstollova §§ 148 og 149",
        "Public Administration Act (Norway) ss. 29 and 30; Courts of Justice Act (Norway) ss. 148 and 149",
    ),
};

/// An appeal is sent to the body that decides it as soon as the case is prepared; no number of days is given.
pub static APPEAL_PREPARED: Rule = Rule {
    id: "appeal-sent-on-when-prepared",
    source: Trilingual::fixed(
        "Forvaltningsloven § 33 fjerde ledd",
        "Forvaltningslova § 33 fjerde ledd",
        "Public Administration Act (Norway) s. 33, fourth paragraph",
    ),
};

/// A breach of personal data security is notified within 72 hours. How the hours are counted is doubtful.
pub static BREACH_NOTIFIED: Rule = Rule {
    id: "breach-notified-within-72-hours",
    source: Trilingual::fixed(
        "Personvernforordningen art. 33 nr. 1",
        "Personvernforordninga art. 33 nr. 1",
        "GDPR Art. 33(1)",
    ),
};

/// The persons concerned are told of a breach that is likely to result in a high risk to them, without undue delay.
pub static BREACH_TOLD: Rule = Rule {
    id: "breach-told-to-the-persons-concerned",
    source: Trilingual::fixed(
        "Personvernforordningen art. 34 nr. 1",
        "Personvernforordninga art. 34 nr. 1",
        "GDPR Art. 34(1)",
    ),
};

/// A consent that is withdrawn no longer carries any processing.
pub static CONSENT_WITHDRAWN: Rule = Rule {
    id: "consent-withdrawn",
    source: Trilingual::fixed(
        "Personvernforordningen art. 7 nr. 3",
        "Personvernforordninga art. 7 nr. 3",
        "GDPR Art. 7(3)",
    ),
};

/// Direct marketing ends when the person objects to it.
pub static MARKETING_ENDS: Rule = Rule {
    id: "marketing-ends",
    source: Trilingual::fixed(
        "Personvernforordningen art. 21 nr. 3",
        "Personvernforordninga art. 21 nr. 3",
        "GDPR Art. 21(3)",
    ),
};

/// Who has opted out is not registered, or not disclosed, from then on.
pub static OPTED_OUT: Rule = Rule {
    id: "opted-out",
    source: Trilingual::fixed("KPR-forskriften § 2-2", "KPR-forskrifta § 2-2", "KPR Regulations (Norway) s. 2-2"),
};

/// Data that the person may have erased after 30 years are erased without grounds or weighing.
pub static LIMITED_STORAGE: Rule = Rule {
    id: "limited-storage",
    source: Trilingual::fixed("KPR-forskriften § 4-3", "KPR-forskrifta § 4-3", "KPR Regulations (Norway) s. 4-3"),
};

/// Processing is restricted while the claim is looked into.
pub static RESTRICTED_MEANWHILE: Rule = Rule {
    id: "restricted-meanwhile",
    source: Trilingual::fixed(
        "Personvernforordningen art. 18 nr. 1",
        "Personvernforordninga art. 18 nr. 1",
        "GDPR Art. 18(1)",
    ),
};
