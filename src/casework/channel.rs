//! The channels by which requests come and letters go, and what they say of who wrote.

use super::person::IdentityStatus;

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
