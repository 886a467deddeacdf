use super::sheet::{Record, Unreadable};

/// What a column tells about people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Name,
    Address,
    Role,
    Active,
}

impl Column {
    const ALL: [Self; 4] = [Self::Name, Self::Address, Self::Role, Self::Active];

    /// The column that a header names, in whatever case.
    pub fn of(header: &str) -> Option<Self> {
        Some(match header.to_lowercase().as_str() {
            "name" => Self::Name,
            "email" | "e-mail" | "mail" | "mail address" | "email address" | "e-mail address" | "address" => {
                Self::Address
            }
            "role" => Self::Role,
            "active" | "access" | "status" => Self::Active,
            _ => return None,
        })
    }
}

/// Where each column stands.
pub(super) struct Columns {
    /// Whether the first line names them.
    pub named: bool,
    /// In the order of [`Column::ALL`].
    places: [Option<usize>; 4],
    /// What the others are called.
    pub ignored: Vec<String>,
}

impl Columns {
    /// By the names in the first line. Where it has none, the column with the most `@` holds the addresses, and the first
    /// of the others the names.
    ///
    /// # Errors
    /// There is no column of addresses, or nothing at all.
    pub fn of(records: &[Record]) -> Result<Self, Unreadable> {
        let first = records.first().ok_or(Unreadable::Nothing)?;
        let named = first.cells.iter().any(|cell| Column::of(cell).is_some());
        let columns = if named { Self::named(first) } else { Self::guessed(records) };
        if columns.place(Column::Address).is_some() { Ok(columns) } else { Err(Unreadable::NoAddresses) }
    }

    fn named(first: &Record) -> Self {
        let place = |column| first.cells.iter().position(|cell| Column::of(cell) == Some(column));
        let places = Column::ALL.map(place);
        let others =
            first.cells.iter().enumerate().filter(|(at, cell)| !places.contains(&Some(*at)) && !cell.is_empty());
        let shown = |cell: &String| cell.chars().filter(|c| !c.is_control()).take(40).collect();
        let ignored = others.map(|(_, cell)| shown(cell)).collect();
        Self { named: true, places, ignored }
    }

    fn guessed(records: &[Record]) -> Self {
        let width = records.iter().map(|record| record.cells.len()).max().unwrap_or(0);
        let mut marked = vec![0_usize; width];
        let mut filled = vec![false; width];
        for record in records {
            for (at, cell) in record.cells.iter().enumerate() {
                marked[at] += usize::from(cell.contains('@'));
                filled[at] |= !cell.is_empty();
            }
        }
        let most = marked.iter().copied().max().filter(|&most| most > 0);
        let address = most.and_then(|most| marked.iter().position(|&count| count == most));
        let mut others = (0..width).filter(|&at| Some(at) != address && filled[at]);
        let name = others.next();
        let ignored = others.map(|at| format!("column {}", at + 1)).collect();
        Self { named: false, places: [name, address, None, None], ignored }
    }

    fn place(&self, column: Column) -> Option<usize> {
        self.places[column as usize]
    }

    /// What a line says there, unless it says nothing.
    pub fn cell<'a>(&self, record: &'a Record, column: Column) -> Option<&'a str> {
        let cell = record.cells.get(self.place(column)?)?;
        (!cell.is_empty()).then_some(cell)
    }
}
