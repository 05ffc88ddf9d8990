//! The names and the order of statements that stand together.

use std::collections::BTreeSet;

use crate::model::Document;

/// Documents of one name are told apart by their paths, or a number.
pub fn name_apart<'d>(documents: impl IntoIterator<Item = &'d mut Document>) {
    let mut taken = BTreeSet::new();
    for document in documents {
        if taken.contains(&document.id) {
            if let Some(path) = document.path.clone() {
                document.id = path;
            }
            // One file named twice has one path too.
            let (id, mut count) = (document.id.clone(), 1);
            while taken.contains(&document.id) {
                count += 1;
                document.id = format!("{id} ({count})");
            }
        }
        taken.insert(document.id.clone());
    }
}

/// Puts statements in the order of their dates, where each has one.
pub fn by_date<T>(statements: &mut [T], document: impl Fn(&T) -> &Document) {
    let date = |statement: &T| {
        document(statement)
            .metadata
            .date
            .as_ref()
            .map(|date| date.value.clone())
    };
    if statements.iter().all(|statement| date(statement).is_some()) {
        // EDTF days sort as text; those of one day keep the order in which they were named.
        statements.sort_by_key(date);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{LoadOptions, load_bytes};

    fn read(date: Option<&str>) -> Document {
        let options = LoadOptions {
            date: date.map(str::to_owned),
            ..LoadOptions::default()
        };
        load_bytes("note.txt", b"We thank all.", &options).unwrap()
    }

    #[test]
    fn a_name_that_is_taken_gets_the_path_and_then_a_number() {
        let mut documents = [read(None), read(None), read(None)];
        documents[1].path = Some("b/note.txt".to_owned());
        documents[2].path = Some("b/note.txt".to_owned());
        name_apart(&mut documents);
        let names = documents.map(|document| document.id);
        assert_eq!(names, ["note", "b/note.txt", "b/note.txt (2)"]);
    }

    #[test]
    fn statements_are_sorted_only_where_each_has_a_date() {
        let dates = |given: [Option<&str>; 2]| {
            let mut documents = given.map(read);
            by_date(&mut documents, |document| document);
            documents.map(|document| document.metadata.date.map(|date| date.value))
        };
        let year = |year: &str| Some(year.to_owned());
        assert_eq!(
            dates([Some("2022"), Some("2021")]),
            [year("2021"), year("2022")]
        );
        assert_eq!(dates([Some("2022"), None]), [year("2022"), None]);
    }
}
