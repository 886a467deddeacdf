//! Lists as they stand in documents, and sheets in which one column helps another out.

use super::{Role, assert_both, pair, read, read_active, read_role, who};

#[test]
fn the_signs_of_a_list_are_no_part_of_a_name() {
    assert_both("• Asha Rao <asha@example.org>\n• Bram Otter <bram@example.org>");
    assert_both("1. Asha Rao <asha@example.org>\n2) Bram Otter <bram@example.org>");
    assert_both("name,email\n- Asha Rao,asha@example.org\n* Bram Otter,bram@example.org");
    let kept = [("3rd Dan", "dan@example.org"), ("-", "eve@example.org"), ("007", "bond@example.org")].map(pair);
    assert_eq!(who("name,email\n3rd Dan,dan@example.org\n-,eve@example.org\n007,bond@example.org"), kept);
}

#[test]
fn wide_commas_separate_where_nothing_else_does() {
    assert_both("name，email\nAsha Rao，asha@example.org\nBram Otter，bram@example.org");
    let kept = [("Rao，Asha", "asha@example.org")].map(pair);
    assert_eq!(who("name;email\nRao，Asha;asha@example.org"), kept);
}

#[test]
fn a_second_column_of_addresses_helps_the_first_out() {
    assert_both("Name,Home Email,Work Email\nAsha Rao,asha@example.org,\nBram Otter,,bram@example.org");
    // Where both say something the first counts, and a column further left that says more than it may is left out.
    assert_both("Name,Email,Other email\nAsha Rao,asha@example.org,rao@example.org\nBram Otter,,bram@example.org");
    let sheet = read("Name,Email,Other email\nAsha,asha@example.org,rao@example.org\nBram,bram@example.org,");
    assert_eq!(sheet.unwrap().ignored, ["Other email"]);
}

#[test]
fn roles_and_yes_are_read_as_some_programs_write_them() {
    for (cell, role) in [("Users", Role::Member), ("администратор", Role::Admin), ("Организатор", Role::Organizer)]
    {
        assert_eq!(read_role(cell), Some(role), "{cell}");
    }
    assert_eq!(["T", "f", "Да", "нет"].map(read_active), [Some(true), Some(false), Some(true), Some(false)]);
    let sheet = read("Имя,Email,Роль\nИван,ivan@example.org,администратор").unwrap();
    assert_eq!(sheet.rows[0].role.as_deref(), Some("администратор"));
}
