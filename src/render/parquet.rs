//! Long tables as Apache Parquet, for engines that read columns: words and exact decimals
//! as strings, numbers of places as integers, all optional; not compressed.

use std::io::{self, Write};
use std::mem;
use std::sync::{Arc, Mutex, PoisonError};

use parquet::data_type::{ByteArray, ByteArrayType, Int32Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::types::Type;

use super::cells::{CELL_COLUMNS, Value, values};
use crate::report::Ledger;

/// Rows of a row group: as many are in memory.
const GROUP: usize = 50_000;

/// A long table while it is written.
pub struct CellFile {
    writer: SerializedFileWriter<Shared>,
    bytes: Shared,
    columns: Vec<Column>,
    rows: usize,
}

/// The values of a column that are in no row group yet; what is missing is told by levels.
enum Column {
    Text(Vec<ByteArray>, Vec<i16>),
    Count(Vec<i32>, Vec<i16>),
}

impl CellFile {
    /// A table without rows.
    ///
    /// # Errors
    ///
    /// Never: memory takes all.
    pub fn new() -> io::Result<Self> {
        let bytes = Shared::default();
        let properties = WriterProperties::builder()
            // Else it names the crate, and another version of that would change the bytes.
            .set_created_by(concat!("verbale ", env!("CARGO_PKG_VERSION")).to_owned())
            .build();
        let columns: Vec<Column> = CELL_COLUMNS.map(Column::new).into();
        let fields = CELL_COLUMNS.iter().zip(&columns);
        let fields: Vec<_> = fields
            .map(|(name, column)| Arc::new(column.field(name)))
            .collect();
        let schema = Type::group_type_builder("cell").with_fields(fields).build();
        let schema = Arc::new(schema.map_err(io::Error::other)?);
        let writer = SerializedFileWriter::new(bytes.clone(), schema, Arc::new(properties));
        Ok(Self {
            writer: writer.map_err(io::Error::other)?,
            bytes,
            columns,
            rows: 0,
        })
    }

    /// Adds the cells of one ledger, and writes what is full.
    ///
    /// # Errors
    ///
    /// When `out` cannot be written.
    pub fn add(&mut self, ledger: &Ledger<'_>, out: &mut dyn Write) -> io::Result<()> {
        for cell in ledger.cells() {
            for (column, value) in self.columns.iter_mut().zip(values(&cell)) {
                column.push(value);
            }
            self.rows += 1;
            // Handed on group by group, so that a corpus of any length fits in memory.
            if self.rows == GROUP {
                self.close_group().map_err(io::Error::other)?;
                out.write_all(&self.bytes.take())?;
            }
        }
        Ok(())
    }

    /// Writes the rest.
    ///
    /// # Errors
    ///
    /// When `out` cannot be written.
    pub fn finish(mut self, out: &mut dyn Write) -> io::Result<()> {
        self.close_group().map_err(io::Error::other)?;
        self.writer.finish().map_err(io::Error::other)?;
        out.write_all(&self.bytes.take())
    }

    fn close_group(&mut self) -> Result<(), ParquetError> {
        if mem::take(&mut self.rows) == 0 {
            return Ok(());
        }
        let mut group = self.writer.next_row_group()?;
        for column in &mut self.columns {
            column.write(&mut group)?;
        }
        group.close()?;
        Ok(())
    }
}

impl Column {
    fn new(name: &str) -> Self {
        match name {
            "paragraph" | "number" | "page" | "line" => Self::Count(Vec::new(), Vec::new()),
            _ => Self::Text(Vec::new(), Vec::new()),
        }
    }

    fn field(&self, name: &str) -> Type {
        use parquet::basic::{LogicalType, Repetition, Type as Physical};
        let (physical, logical) = match self {
            Self::Text(..) => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
            Self::Count(..) => (Physical::INT32, None),
        };
        let field = Type::primitive_type_builder(name, physical)
            .with_repetition(Repetition::OPTIONAL)
            .with_logical_type(logical);
        field.build().expect("a string is made of bytes")
    }

    fn push(&mut self, value: Value<'_>) {
        match (self, value) {
            (Self::Text(values, levels), Value::Text(text)) => {
                // A definition level: 1 where a value is, 0 where none is, which has no place among
                // the values.
                levels.push(i16::from(text.is_some()));
                values.extend(text.map(|text| ByteArray::from(text.into_owned().into_bytes())));
            }
            (Self::Text(values, levels), Value::Number(number)) => {
                levels.push(i16::from(number.is_some()));
                values.extend(number.map(ByteArray::from));
            }
            (Self::Count(values, levels), Value::Count(count)) => {
                // INT32 is signed: a place beyond it is left out, for wrapped it would be a wrong
                // one.
                let count = count.and_then(|count| i32::try_from(count).ok());
                levels.push(i16::from(count.is_some()));
                values.extend(count);
            }
            (Self::Text(..), Value::Count(_)) | (Self::Count(..), _) => {
                unreachable!("the columns are named in the order of their values")
            }
        }
    }

    fn write(
        &mut self,
        group: &mut SerializedRowGroupWriter<'_, Shared>,
    ) -> Result<(), ParquetError> {
        let mut column = group
            .next_column()?
            .ok_or_else(|| ParquetError::General("more columns than the schema has".to_owned()))?;
        match self {
            Self::Text(values, levels) => {
                let (values, levels) = (mem::take(values), mem::take(levels));
                column
                    .typed::<ByteArrayType>()
                    .write_batch(&values, Some(&levels), None)?;
            }
            Self::Count(values, levels) => {
                let (values, levels) = (mem::take(values), mem::take(levels));
                column
                    .typed::<Int32Type>()
                    .write_batch(&values, Some(&levels), None)?;
            }
        }
        column.close()
    }
}

/// Bytes that the writer of the format gives and that are handed on.
#[derive(Clone, Default)]
struct Shared(Arc<Mutex<Vec<u8>>>);

impl Shared {
    fn take(&self) -> Vec<u8> {
        mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        held.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
