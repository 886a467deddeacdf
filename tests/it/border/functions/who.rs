//! Six people who could send a form.

/// Someone who comes by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    Nobody,
    /// A member.
    Asha,
    /// Organizes something else.
    Olga,
    /// Runs the event together with Otto.
    Carla,
    /// Owns the event.
    Otto,
    /// An admin.
    Dana,
}

impl Who {
    /// In the order of the tables.
    pub const ALL: [Self; 6] = [Self::Nobody, Self::Asha, Self::Olga, Self::Carla, Self::Otto, Self::Dana];
}
