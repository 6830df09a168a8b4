//! The channels by which requests come and letters go, and what they say of who wrote.

use super::person::IdentityStatus;
use crate::wording::Trilingual;

/// The channel by which a request came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Channel {
    /// A letter on paper.
    Letter,
    /// E-mail.
    Email,
    /// A form in Altinn, logged in.
    Altinn,
    /// Helsenorge, logged in.
    Helsenorge,
    /// The telephone.
    Telephone,
    /// In person.
    InPerson,
}

impl Channel {
    /// Every channel.
    pub const ALL: [Self; 6] =
        [Self::Letter, Self::Email, Self::Altinn, Self::Helsenorge, Self::Telephone, Self::InPerson];

    /// The word for the channel in files and on the command line.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Letter => "brev",
            Self::Email => "epost",
            Self::Altinn => "altinn",
            Self::Helsenorge => "helsenorge",
            Self::Telephone => "telefon",
            Self::InPerson => "oppmote",
        }
    }

    /// The channel with this word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.id() == id)
    }

    /// Whether anybody at all could have sent it, so that who wrote is open to doubt (GDPR Art. 12(6)).
    #[must_use]
    pub fn leaves_sender_open(self) -> bool {
        match self {
            Self::Email | Self::Telephone => true,
            Self::Letter | Self::Altinn | Self::Helsenorge | Self::InPerson => false,
        }
    }
}

/// How a letter is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SendChannel {
    /// On paper.
    Letter,
    /// By e-mail.
    Email,
    /// To a digital mailbox (digital postkasse).
    DigitalMailbox,
    /// Registered post (rekommandert).
    RegisteredPost,
    /// Handed over by appointment, for a protected person.
    HandedOver,
}

impl SendChannel {
    /// Every channel.
    pub const ALL: [Self; 5] =
        [Self::Letter, Self::DigitalMailbox, Self::RegisteredPost, Self::Email, Self::HandedOver];

    /// The word for the channel in files and on the command line.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Letter => "brev",
            Self::Email => "epost",
            Self::DigitalMailbox => "digital-postkasse",
            Self::RegisteredPost => "rekommandert",
            Self::HandedOver => "utleveres",
        }
    }

    /// The channel with this word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.id() == id)
    }

    /// What the channel is called on the screen.
    #[must_use]
    pub fn label(self) -> Trilingual {
        match self {
            Self::Letter => Trilingual::fixed("Brev på papir", "Brev på papir", "Letter on paper"),
            Self::Email => Trilingual::fixed("E-post", "E-post", "E-mail"),
            Self::DigitalMailbox => Trilingual::fixed("Digital postkasse", "Digital postkasse", "Digital mailbox"),
            Self::RegisteredPost => Trilingual::fixed("Rekommandert brev", "Rekommandert brev", "Registered post"),
            Self::HandedOver => {
                Trilingual::fixed("Utleveres etter avtale", "Blir utlevert etter avtale", "Handed over by appointment")
            }
        }
    }
}

/// In which capacity somebody gets a letter. Name and address stand in rows that can be erased; the log has this word alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Recipient {
    /// The person whose data it is.
    Person,
    /// Whoever acts for the person (forvaltningsloven § 12).
    Representative,
    /// A body: the one that a claim is sent on to, that decides an appeal, or that was given the data.
    Body,
}

impl Recipient {
    /// Every capacity.
    pub const ALL: [Self; 3] = [Self::Person, Self::Representative, Self::Body];

    /// The word for the capacity in files and on the command line.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Representative => "representant",
            Self::Body => "virksomhet",
        }
    }

    /// The capacity with this word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|to| to.id() == id)
    }

    /// What the capacity is called on the screen, where nothing more is known of who it is.
    #[must_use]
    pub fn label(self) -> Trilingual {
        match self {
            Self::Person => Trilingual::fixed("Den saken gjelder", "Den saka gjeld", "The person concerned"),
            Self::Representative => Trilingual::fixed(
                "Den som handler for personen",
                "Den som handlar for personen",
                "Whoever acts for the person",
            ),
            Self::Body => Trilingual::fixed("Virksomheten", "Verksemda", "The body"),
        }
    }
}

/// Somebody who gets the same letter beside whoever it is addressed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LetterCopy {
    /// Who.
    pub to: Recipient,
    /// How the copy is sent.
    pub channel: SendChannel,
}

/// The ways in which somebody can be reached, as far as the office knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// There is a postal address that may be used.
    pub post: bool,
    /// There is an identity number, which a digital mailbox needs.
    pub mailbox: bool,
    /// There is an e-mail address.
    pub email: bool,
}

impl Reach {
    /// Whether they can be reached by a channel. Handing over is agreed with them, so it needs nothing that is kept.
    #[must_use]
    pub fn by(self, channel: SendChannel) -> bool {
        match channel {
            SendChannel::Letter | SendChannel::RegisteredPost => self.post,
            SendChannel::DigitalMailbox => self.mailbox,
            SendChannel::Email => self.email,
            SendChannel::HandedOver => true,
        }
    }
}

/// Whether there is reasonable doubt of who the person is (GDPR Art. 12(6)): it is not settled, and the request came by
/// e-mail or telephone or gives no address. A signed letter answered to its address raises none.
#[must_use]
pub fn reasonable_doubt(identity: IdentityStatus, channel: Channel, has_address: bool) -> bool {
    let settled = match identity {
        IdentityStatus::Confirmed { .. } => true,
        IdentityStatus::Unchecked | IdentityStatus::Asked | IdentityStatus::Failed => false,
    };
    !settled && (channel.leaves_sender_open() || !has_address)
}
