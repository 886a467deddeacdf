//! Means and ratios, with how far they may be off.

/// The mean of what was added.
#[derive(Clone, Copy, Default)]
pub struct Mean {
    count: f64,
    sum: f64,
    squares: f64,
}

impl Mean {
    /// Adds one observation.
    pub fn add(&mut self, value: f64) {
        self.count += 1.0;
        self.sum += value;
        self.squares += value * value;
    }

    /// The mean.
    pub fn value(&self) -> f64 {
        self.sum / self.count
    }

    /// Its standard error.
    pub fn error(&self) -> f64 {
        let variance = self.squares / self.count - self.value() * self.value();
        (variance.max(0.0) / self.count).sqrt()
    }
}

/// The sum of one thing over the sum of another, both seen together.
#[derive(Clone, Copy, Default)]
pub struct Ratio {
    of: f64,
    part: f64,
    of_of: f64,
    of_part: f64,
    part_part: f64,
}

impl Ratio {
    /// Adds one observation of both.
    pub fn add(&mut self, part: u32, of: u32) {
        let (part, of) = (f64::from(part), f64::from(of));
        self.of += of;
        self.part += part;
        self.of_of += of * of;
        self.of_part += of * part;
        self.part_part += part * part;
    }

    /// Both together.
    pub fn and(self, other: Self) -> Self {
        Self {
            of: self.of + other.of,
            part: self.part + other.part,
            of_of: self.of_of + other.of_of,
            of_part: self.of_part + other.of_part,
            part_part: self.part_part + other.part_part,
        }
    }

    /// The ratio.
    pub fn value(&self) -> f64 {
        self.part / self.of
    }

    /// Its standard error, to first order.
    pub fn error(&self) -> f64 {
        let ratio = self.value();
        let residuals = self.part_part - 2.0 * ratio * self.of_part + ratio * ratio * self.of_of;
        residuals.max(0.0).sqrt() / self.of
    }

    /// How much more the one is than the other, in percent, with its standard error.
    pub fn gain(&self) -> String {
        if self.of == 0.0 {
            return "–".to_string();
        }
        // What rounds to nothing has no sign.
        let gain = (1_000.0 * (self.value() - 1.0)).round() / 10.0 + 0.0;
        format!("{gain:+.1} ± {:.1}", 100.0 * self.error())
    }
}
