use crate::domain::person::shown_address;

/// An email address as people write it: its domain in the letters it stands for.
pub fn address(address: &str) -> String {
    shown_address(address).into_owned()
}

/// "a…@example.org": enough for its owner to know it again, and for nobody else to write to.
pub fn masked(address: &str) -> String {
    match shown_address(address).split_once('@') {
        Some((local, domain)) => format!("{}…@{domain}", local.chars().take(1).collect::<String>()),
        None => "…".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn an_address_shows_its_first_letter_and_its_domain() {
        for (address, shown) in [
            ("asha.rao@example.org", "a…@example.org"),
            ("a@xn--fa-hia.example", "a…@faß.example"),
            ("none", "…"),
            ("", "…"),
        ] {
            assert_eq!(masked(address), shown);
        }
    }
}
