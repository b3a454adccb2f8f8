// libpq as Swift sees it. Macros that Swift cannot import get a named accessor here.
#pragma once
#include <libpq-fe.h>

// The fields of an error or a notice. DETAIL, HINT and CONTEXT can hold a person's data: they have no accessor,
// except for the context of a raised exception, of which only the function's name is read.
static inline const char *cpq_sqlstate(const PGresult *result) { return PQresultErrorField(result, PG_DIAG_SQLSTATE); }
static inline const char *cpq_message(const PGresult *result) { return PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY); }
static inline const char *cpq_context(const PGresult *result) { return PQresultErrorField(result, PG_DIAG_CONTEXT); }
static inline const char *cpq_schema(const PGresult *result) { return PQresultErrorField(result, PG_DIAG_SCHEMA_NAME); }
static inline const char *cpq_table(const PGresult *result) { return PQresultErrorField(result, PG_DIAG_TABLE_NAME); }
static inline const char *cpq_column(const PGresult *result) { return PQresultErrorField(result, PG_DIAG_COLUMN_NAME); }
static inline const char *cpq_datatype(const PGresult *result) { return PQresultErrorField(result, PG_DIAG_DATATYPE_NAME); }
static inline const char *cpq_constraint(const PGresult *result) { return PQresultErrorField(result, PG_DIAG_CONSTRAINT_NAME); }
static inline const char *cpq_position(const PGresult *result) { return PQresultErrorField(result, PG_DIAG_STATEMENT_POSITION); }
static inline const char *cpq_source_function(const PGresult *result) { return PQresultErrorField(result, PG_DIAG_SOURCE_FUNCTION); }
