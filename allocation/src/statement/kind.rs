use core::fmt;

/// What a statement is about. Closed: a word that is not among these is refused, so that none is passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// An event's commitment, before its first request.
    Commitment,
    /// A request was received.
    Receipt,
    /// A request was withdrawn.
    Withdrawal,
    /// An organizer took a request away.
    Removal,
    /// Requests closed: the list is frozen.
    Close,
    /// What will be drawn and how, before the round that decides it.
    Plan,
    /// A draw was made.
    Draw,
    /// An organizer gave someone another number than was drawn.
    Override,
    /// The number someone was told.
    Number,
    /// Requests were opened again.
    Reopen,
    /// The event was canceled.
    Cancel,
    /// The event takes place after all.
    Uncancel,
    /// The event went into the trash.
    Trash,
    /// The event was finalized.
    Finalize,
    /// Another key signs from here on.
    Key,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 15] = [
        Self::Commitment,
        Self::Receipt,
        Self::Withdrawal,
        Self::Removal,
        Self::Close,
        Self::Plan,
        Self::Draw,
        Self::Override,
        Self::Number,
        Self::Reopen,
        Self::Cancel,
        Self::Uncancel,
        Self::Trash,
        Self::Finalize,
        Self::Key,
    ];

    /// The word in a body.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Commitment => "commitment",
            Self::Receipt => "receipt",
            Self::Withdrawal => "withdrawal",
            Self::Removal => "removal",
            Self::Close => "close",
            Self::Plan => "plan",
            Self::Draw => "draw",
            Self::Override => "override",
            Self::Number => "number",
            Self::Reopen => "reopen",
            Self::Cancel => "cancel",
            Self::Uncancel => "uncancel",
            Self::Trash => "trash",
            Self::Finalize => "finalize",
            Self::Key => "key",
        }
    }

    /// Reads [`Kind::as_str`] back.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
