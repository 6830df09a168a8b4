//! The protocol of cases as a document: every step with who, when and where the law has it, how the deadline came about, and what shows
//! that the log is as it was written.

use chrono::{NaiveDate, SecondsFormat};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::case_show::CaseShow;
use super::deadline::StepAnswer;
use super::spoken::{say, spoken};
use crate::casework::access::User;
use crate::casework::ids::CaseNumber;
use crate::usecase::ports::{RecordProof, RequestProof};
use crate::usecase::{Opened, Protocol, Rules};

/// Which cases a protocol is asked for of: one, or those received in a period.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields, default)]
#[allow(missing_docs)]
pub struct ProtocolInput {
    pub case: Option<String>,
    pub from: Option<String>,
    pub to: Option<String>,
    /// `nb`, `nn` or `en`; without it, the language of the desk.
    pub language: Option<String>,
}

/// A step of a case.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct ProtocolStep {
    /// Its place in the log of the request.
    pub seq: u32,
    pub at: String,
    pub actor: String,
    pub kind: String,
    pub text: String,
    /// The provision that it rests on; null for what is only the office's own way of working, and for whoever may not see what it says.
    pub source: Option<String>,
    /// The hash of its entry, which covers every entry before it.
    pub hash: String,
}

/// A commit that carried steps of the request.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct ProtocolCommit {
    /// Its place in the chain through the whole store.
    pub position: u64,
    /// The last step that it carried.
    pub seq: u32,
    pub hash: String,
}

/// A case of a protocol. Nothing of who the person is stands in it.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct ProtocolCase {
    pub case: String,
    pub register_label: String,
    pub right_label: String,
    pub track_label: String,
    pub handled_by: String,
    pub received_on: String,
    pub due_on: Option<String>,
    pub answered_on: Option<String>,
    pub status_label: String,
    /// Null until it is decided, and for whoever is not cleared for its person.
    pub outcome: Option<String>,
    /// What the claim rests on, and what the decision does.
    pub legal_basis: Vec<String>,
    pub decided_on: Vec<String>,
    /// Whether the reader may see nothing but its dates, its track and its course.
    pub closed_to_reader: bool,
    pub steps: Vec<ProtocolStep>,
    /// How the last day to answer came about.
    pub deadline: Vec<StepAnswer>,
    pub commits: Vec<ProtocolCommit>,
}

/// The protocol.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct ProtocolAnswer {
    pub language: String,
    pub made_at: String,
    pub made_by: String,
    pub from: Option<String>,
    pub to: Option<String>,
    pub cases: Vec<ProtocolCase>,
    /// How many commits the store has, and the head of the chain through them, when this was made.
    pub commits: u64,
    pub head: String,
    /// The head of the log of readings.
    pub access_head: String,
    pub notes: Vec<String>,
}

impl ProtocolAnswer {
    /// The protocol in words, for a reader.
    #[must_use]
    pub fn of(
        protocol: &Protocol,
        (from, to): (Option<String>, Option<String>),
        (rules, user): (&Rules, &User),
        now: chrono::DateTime<chrono::Utc>,
        today: NaiveDate,
    ) -> Self {
        let RecordProof { requests, commits, head, access_head } = &protocol.proof;
        let case = |(number, opened): &(CaseNumber, Opened)| {
            let proof = requests.iter().find(|proof| proof.request == number.request)?;
            case(opened, *number, (rules, user), today, proof)
        };
        Self {
            language: spoken().code().to_owned(),
            made_at: now.to_rfc3339_opts(SecondsFormat::Secs, true),
            made_by: user.name.clone(),
            from,
            to,
            cases: protocol.cases.iter().filter_map(case).collect(),
            commits: *commits,
            head: head.to_string(),
            access_head: access_head.to_string(),
            notes: notes(),
        }
    }
}

fn case(
    opened: &Opened,
    number: CaseNumber,
    (rules, user): (&Rules, &User),
    today: NaiveDate,
    proof: &RequestProof,
) -> Option<ProtocolCase> {
    let shown = CaseShow::of(opened, number, rules, today)?;
    let closed_to_reader = shown.summary.is_closed_to(user);
    let shown = shown.seen_by(user);
    let hash = |seq: u32| {
        let place = usize::try_from(seq).ok().and_then(|seq| seq.checked_sub(1));
        place.and_then(|place| proof.events.get(place)).map(ToString::to_string).unwrap_or_default()
    };
    let provision = |seq: u32| opened.entry(seq).and_then(|recorded| recorded.event.provision());
    let steps = shown.timeline.into_iter().map(|entry| ProtocolStep {
        source: provision(entry.seq).filter(|_| !closed_to_reader).map(|source| source.get(spoken()).to_owned()),
        hash: hash(entry.seq),
        seq: entry.seq,
        at: entry.at,
        actor: entry.actor,
        kind: entry.kind,
        text: entry.text,
    });
    let outcome = shown.summary.outcome.as_deref().and_then(|id| id.parse::<crate::law::rights::Outcome>().ok());
    let decision = shown.decision.map(|decision| [decision.legal_basis, decision.grounds].concat());
    Some(ProtocolCase {
        case: shown.summary.case,
        register_label: shown.summary.register_label,
        right_label: shown.summary.right_label,
        track_label: shown.summary.track_label,
        handled_by: shown.summary.handled_by.name,
        received_on: shown.summary.received_on,
        due_on: shown.summary.due_on,
        answered_on: shown.summary.answered_on,
        status_label: shown.summary.status_label,
        outcome: outcome.map(|outcome| outcome.label(spoken())),
        legal_basis: shown.route.map(|route| route.legal_basis).unwrap_or_default(),
        decided_on: decision.unwrap_or_default(),
        closed_to_reader,
        steps: steps.collect(),
        deadline: shown.deadline.steps,
        commits: proof
            .commits
            .iter()
            .map(|commit| ProtocolCommit {
                position: commit.position,
                seq: commit.version,
                hash: commit.hash.to_string(),
            })
            .collect(),
    })
}

/// What the protocol shows, and what it does not.
fn notes() -> Vec<String> {
    vec![
        say!(
            "Protokollen er laget fra loggen i saksbehandlingssystemet for å vise at reglene er fulgt (personvernforordningen art. 5 nr. 2). Det står ikke noe her om hvem personen er.",
            "Protokollen er laga frå loggen i saksbehandlingssystemet for å vise at reglane er følgde (personvernforordninga art. 5 nr. 2). Det står ikkje noko her om kven personen er.",
            "The protocol is made from the log of the case system, to show that the rules have been followed (GDPR Art. 5(2)). It holds nothing of who the person is.",
        )
        .to_owned(),
        say!(
            "Hver hendelse i loggen har en hash (SHA-256) som også dekker alle hendelsene før den, og hver lagring står i en kjede gjennom hele lageret. Kjedene til sakene her ble kontrollert da protokollen ble laget. «store verify --head» svarer på om hodet av kjeden fortsatt finnes i lageret.",
            "Kvar hending i loggen har ein hash (SHA-256) som også dekkjer alle hendingane før henne, og kvar lagring står i ei kjede gjennom heile lageret. Kjedene til sakene her blei kontrollerte då protokollen blei laga. «store verify --head» svarer på om hovudet av kjeda framleis finst i lageret.",
            "Each event in the log has a hash (SHA-256) that covers all events before it as well, and each commit stands in a chain through the whole store. The chains of the cases here were checked when the protocol was made. “store verify --head” answers whether the head of the chain is still in the store.",
        )
        .to_owned(),
        say!(
            "Kjedene viser ikke alene at lageret ikke er byttet ut med en eldre kopi. Det gjør de når noen har tatt vare på hodet et annet sted, for eksempel i denne protokollen.",
            "Kjedene viser ikkje åleine at lageret ikkje er bytt ut med ein eldre kopi. Det gjer dei når nokon har teke vare på hovudet ein annan stad, til dømes i denne protokollen.",
            "The chains do not show by themselves that the store was not replaced by an older copy. They do when somebody has kept the head elsewhere, for example in this protocol.",
        )
        .to_owned(),
    ]
}
