use super::{
    cases::{Case, Leads, all_right},
    scene::{Scene, Who},
};

const CANARY: &str = "<script>alert(1)</script> 🎟 \u{5e9}\u{5dc}";

both! {
    async fn a_list_that_cannot_be_saved_comes_back_as_typed_and_nobody_is_added(town: Town) {
        let scene = Scene::set(town).await;
        let valid = Case::of(
            "/api/people/import/save",
            Who::Dana,
            &[("rows", "name,email\nCleo,cleo@example.org"), ("welcome", "on")],
        );
        let rows = |rows: &str| valid.with(&[("rows", rows)]);
        // Otto is here just like that: with another line that is wrong there is nothing to save.
        let second = |line: &str| rows(&format!("name,email,role,active\nOtto,otto@example.org,,\n{line}"));
        let many = "p@example.org\n".repeat(5_001);
        let mut cases = vec![
            rows("").says("Fill this in."),
            valid.without("rows").says("Fill this in."),
            rows("name,email\r\n").says("Fill this in."),
            rows("Asha\nBram").says("We couldn’t find an email column.").keeps(&["Asha\nBram"]),
            rows("name,role\nCleo,member").says("We couldn’t find an email column."),
            rows(&many).says("5,001 lines are too many; the limit is 5,000. Split the list and import it in parts."),
            second("Fay,nowhere,,")
                .says("Email address: “nowhere” isn’t a valid email address. It should look like name@example.com.")
                .keeps(&["Otto,otto@example.org", "Fay,nowhere"]),
            second("Fay,,,").says("Email address: Fill this in."),
            second(",fay@example.org,,").says("Name: Fill this in."),
            second(&format!("{},fay@example.org,,", "x".repeat(200)))
                .says("Name: That’s 200 characters. Use 100 or fewer.")
                .keeps(&[&"x".repeat(200)]),
            second("nul\0,fay@example.org,,").says("Name: Remove line breaks"),
            second("\"Fay\nBcc: eve@evil.example\",fay@example.org,,").says("Name: Remove line breaks"),
            second("Fay,fay@example.org,owner,").says("Role: “owner” isn’t an option. Choose one of: member, organizer, admin."),
            second("Fay,fay@example.org,,maybe")
                .says("Can sign in: “maybe” isn’t an option. Choose one of: yes, no, true, false, 1, 0, active, inactive."),
            second(&format!("{CANARY},nowhere,,")).says("Line 3").keeps(&[CANARY]),
            second(&format!("Fay,{CANARY},,")).says("isn’t a valid email address").keeps(&[CANARY]),
            second("Dana,dana@example.org,member,").says("You can’t change your own role or access."),
            second("Dana,dana@example.org,,no").says("You can’t change your own role or access."),
        ];
        cases.extend([Who::Otto, Who::Asha].map(|who| valid.by(who).leads(Leads::Forbidden)));
        let look = valid.at("/api/people/import/look");
        cases.extend([Who::Otto, Who::Asha].map(|who| look.by(who).leads(Leads::Forbidden)));
        cases.extend([valid, look].map(|either| either.by(Who::Nobody).leads(Leads::Door)));
        all_right(&scene, cases).await;
    }
}
