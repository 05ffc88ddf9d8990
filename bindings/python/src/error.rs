//! Errors of the library as exceptions.

use pyo3::create_exception;
use pyo3::exceptions::PyException;
use pyo3::prelude::*;

create_exception!(
    verbale,
    VerbaleError,
    PyException,
    "A statement that cannot be read: the message names the file, the place and the remedy.\n\n\
     Attributes: code (stable name), path, line, remedy; None where there is none."
);

/// The exception for an error of the library.
pub(crate) fn to_python(py: Python<'_>, error: &verbale::Error) -> PyErr {
    let raised = VerbaleError::new_err(error.to_string());
    let value = raised.value(py);
    let path = error.path().map(|path| path.to_string_lossy().into_owned());
    let set = [
        value.setattr("code", error.code()),
        value.setattr("path", path),
        value.setattr("line", error.line()),
        value.setattr("remedy", error.remedy()),
    ];
    set.into_iter().find_map(Result::err).unwrap_or(raised)
}
