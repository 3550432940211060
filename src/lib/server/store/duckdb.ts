import type * as duckdbModule from '@duckdb/node-api';
import type {
	DuckDBConnection,
	DuckDBDataChunk,
	DuckDBInstance,
	DuckDBPreparedStatement,
	DuckDBType,
	DuckDBTypeId,
	DuckDBValue,
	DuckDBVector
} from '@duckdb/node-api';
import { copyNumbers, isNumbers } from './column';
import type { Column } from './column';
import type { Fragment, SqlValue } from './sql';
import { vectorNumbers } from './vector-numbers';

/**
 * The only module that knows DuckDB. The package is loaded when a store is opened and not before: a database
 * opened while modules load would abort `vite build`.
 */

/** Another process holds the file. */
export class StoreLockedError extends Error {
	readonly code = 'store_locked';
	constructor(path: string, cause: unknown) {
		super(`The store ${path} is already open in another process.`, { cause });
		this.name = 'StoreLockedError';
	}
}

export type Row = Record<string, unknown>;

const CHUNK_ROWS = 2048;

type DuckDB = typeof duckdbModule;

function isInt32(value: number): boolean {
	return (value | 0) === value;
}

function bind(duckdb: DuckDB, statement: DuckDBPreparedStatement, values: readonly SqlValue[]): void {
	values.forEach((value, index) => {
		const place = index + 1;
		if (value === null) statement.bindNull(place);
		else if (typeof value === 'string') statement.bindVarchar(place, value);
		else if (typeof value === 'boolean') statement.bindBoolean(place, value);
		else if (typeof value === 'bigint') statement.bindBigInt(place, value);
		else if (typeof value === 'number') {
			if (isInt32(value)) statement.bindInteger(place, value);
			else statement.bindBigInt(place, BigInt(value));
		} else {
			const isText = typeof value[0] === 'string';
			statement.bindList(place, value, duckdb.LIST(isText ? duckdb.VARCHAR : duckdb.INTEGER));
		}
	});
}

/** One connection: one statement at a time. */
export class Connection {
	#duckdb: DuckDB;
	#connection: DuckDBConnection;
	#kept: Map<string, DuckDBPreparedStatement>;
	#keeps: number;
	#isStale = false;

	constructor(duckdb: DuckDB, connection: DuckDBConnection, keeps: number) {
		this.#duckdb = duckdb;
		this.#connection = connection;
		this.#kept = new Map();
		this.#keeps = keeps;
	}

	/** Prepare and bind one statement, use it, and keep or drop its plan. `prepare` refuses stacked statements. */
	async #with<T>(query: Fragment, use: (statement: DuckDBPreparedStatement) => Promise<T>): Promise<T> {
		if (this.#isStale) this.#dropKept();
		const kept = this.#kept.get(query.text);
		const statement = kept ?? (await this.#connection.prepare(query.text));
		try {
			bind(this.#duckdb, statement, query.values);
			return await use(statement);
		} finally {
			if (!kept) this.#keep(query.text, statement);
		}
	}

	#keep(text: string, statement: DuckDBPreparedStatement): void {
		if (this.#keeps === 0) return statement.destroySync();
		if (this.#kept.size >= this.#keeps) this.#dropKept();
		this.#kept.set(text, statement);
	}

	/**
	 * Drop the kept plans before the next statement. A plan is made for the data of its moment: DuckDB leaves out parts that the column's
	 * statistics rule out, and a plan that outlives a write would go on doing so.
	 */
	forgetStatements(): void {
		this.#isStale = true;
	}

	#dropKept(): void {
		this.#isStale = false;
		for (const statement of this.#kept.values()) statement.destroySync();
		this.#kept.clear();
	}

	/** Run one statement and read its answer by columns, each an array of one value per row. */
	async columns(query: Fragment): Promise<unknown[][]> {
		return this.#with(query, async (statement) => {
			const result = await statement.run();
			const chunks = await result.fetchAllChunks();
			return Array.from({ length: result.columnCount }, (_, column) =>
				this.#columnOf(chunks, column, result.columnTypeId(column))
			);
		});
	}

	/** Numbers are taken from the vector itself; the converter of any value costs several times what reading one does. */
	#columnOf(chunks: readonly DuckDBDataChunk[], column: number, type: DuckDBTypeId): unknown[] {
		const { DuckDBTypeId: ids, JSDuckDBValueConverter } = this.#duckdb;
		const isPlain = type === ids.DOUBLE || type === ids.INTEGER || type === ids.TINYINT;
		const values: unknown[] = [];
		for (const chunk of chunks) {
			const count = chunk.rowCount;
			const numbers = isPlain ? vectorNumbers(chunk.getColumnVector(column), count) : null;
			const items = numbers ?? chunk.convertColumnValues(column, JSDuckDBValueConverter);
			for (let row = 0; row < count; row += 1) values.push(items[row]);
		}
		return values;
	}

	/**
	 * The same for a statement whose columns are numbers and never null: no copy of each number is made.
	 * @throws TypeError where a column holds anything else
	 */
	async numbers(query: Fragment): Promise<Float64Array[]> {
		return this.#with(query, async (statement) => {
			const result = await statement.run();
			const chunks = await result.fetchAllChunks();
			return Array.from({ length: result.columnCount }, (_, column) => numbersOf(chunks, column));
		});
	}

	/** Run one statement and read its answer by rows; the names are the statement's own column names. */
	async rows(query: Fragment): Promise<Row[]> {
		return this.#with(query, async (statement) => (await statement.runAndReadAll()).getRowObjectsJS());
	}

	/** Run one statement for its effect. Answers how many rows it changed. */
	async run(query: Fragment): Promise<number> {
		return this.#with(query, async (statement) => (await statement.run()).rowsChanged);
	}

	/** Append rows, given as columns of equal length, to a table of the file or to one of this connection's own. */
	async append(table: string, catalog: 'temp' | null, columns: readonly Column[]): Promise<void> {
		const types = columns.map((column) => this.#typeOf(column.kind));
		const count = columns[0]?.values.length ?? 0;
		const appender = await this.#connection.createAppender(table, 'main', catalog);
		try {
			for (let start = 0; start < count; start += CHUNK_ROWS) {
				const rows = Math.min(CHUNK_ROWS, count - start);
				const chunk = this.#duckdb.DuckDBDataChunk.create(types, rows);
				columns.forEach((column, index) => this.#fill(chunk.getColumnVector(index), column, start, rows));
				appender.appendDataChunk(chunk);
			}
		} finally {
			appender.closeSync();
		}
	}

	#fill(vector: DuckDBVector, column: Column, start: number, rows: number): void {
		const { values } = column;
		const items: unknown = Reflect.get(vector, 'items');
		if (isNumbers(values) && isNumbers(items) && items.constructor === values.constructor) {
			copyNumbers(items, values, start, rows);
		} else {
			for (let row = 0; row < rows; row++) vector.setItem(row, this.#itemOf(column, start + row));
		}
		vector.flush();
	}

	#itemOf(column: Column, index: number): DuckDBValue {
		if (column.kind === 'integers') return this.#duckdb.listValue(column.values[index] ?? []);
		if (column.kind === 'boolean') return column.values[index] !== 0;
		return column.values[index] ?? null;
	}

	#typeOf(kind: Column['kind']): DuckDBType {
		const { BIGINT, BOOLEAN, INTEGER, LIST, TINYINT, VARCHAR } = this.#duckdb;
		const types = {
			bigint: BIGINT,
			boolean: BOOLEAN,
			integer: INTEGER,
			tinyint: TINYINT,
			varchar: VARCHAR,
			integers: LIST(INTEGER)
		};
		return types[kind];
	}

	/** Stop what is running here; it fails within about half a second. */
	interrupt(): void {
		this.#connection.interrupt();
	}

	close(): void {
		this.#dropKept();
		this.#connection.closeSync();
	}
}

/** One column of all chunks. What a vector does not give at once is read value by value. */
function numbersOf(chunks: readonly DuckDBDataChunk[], column: number): Float64Array {
	const whole = new Float64Array(chunks.reduce((sum, chunk) => sum + chunk.rowCount, 0));
	let start = 0;
	for (const chunk of chunks) {
		const count = chunk.rowCount;
		const items = vectorNumbers(chunk.getColumnVector(column), count);
		whole.set(items?.subarray(0, count) ?? chunk.getColumnValues(column).map(numberOf), start);
		start += count;
	}
	return whole;
}

function numberOf(value: DuckDBValue): number {
	if (typeof value === 'number') return value;
	throw new TypeError('A column of numbers holds something else.');
}

/** The engine behind one file. */
export class Database {
	#duckdb: DuckDB;
	#instance: DuckDBInstance;

	constructor(duckdb: DuckDB, instance: DuckDBInstance) {
		this.#duckdb = duckdb;
		this.#instance = instance;
	}

	/** A connection that keeps the plans of its last statements, `keeps` at most. */
	async connect(keeps: number): Promise<Connection> {
		return new Connection(this.#duckdb, await this.#instance.connect(), keeps);
	}

	close(): void {
		this.#instance.closeSync();
	}
}

export type DatabaseOptions = {
	/** A file, or ':memory:'. */
	path: string;
	/** The folder that the engine may touch, or null for a database in memory. */
	directory: string | null;
	temporaryDirectory: string | null;
	memoryLimit: string;
	temporaryLimit: string;
	threads: number;
};

function isLocked(error: unknown): boolean {
	return (
		error instanceof Error && /Could not set lock on file|Conflicting lock|already open/i.test(error.message)
	);
}

/** A string as an SQL literal, for the settings that take no parameter. */
function quoted(text: string): string {
	return `'${text.replaceAll("'", "''")}'`;
}

/**
 * Open the engine and lock it down: it reads and writes inside the data folder only, loads no extension, and its
 * settings cannot be changed afterwards. The order is the one that works: `temp_directory` at creation, then the
 * folder, then no access elsewhere, then the lock.
 * @throws StoreLockedError when another process has the file
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
	const duckdb = await import('@duckdb/node-api');
	const settings: Record<string, string> = {
		memory_limit: options.memoryLimit,
		threads: String(options.threads),
		autoinstall_known_extensions: 'false',
		autoload_known_extensions: 'false',
		allow_community_extensions: 'false',
		preserve_insertion_order: 'true',
		checkpoint_threshold: '64MB'
	};
	if (options.temporaryDirectory) {
		settings.temp_directory = options.temporaryDirectory;
		settings.max_temp_directory_size = options.temporaryLimit;
	}
	let instance: DuckDBInstance;
	try {
		instance = await duckdb.DuckDBInstance.create(options.path, settings);
	} catch (error) {
		if (isLocked(error)) throw new StoreLockedError(options.path, error);
		throw error;
	}
	const connection = await instance.connect();
	if (options.directory) await connection.run(`SET allowed_directories = [${quoted(options.directory)}]`);
	await connection.run('SET enable_external_access = false');
	await connection.run('SET lock_configuration = true');
	connection.closeSync();
	return new Database(duckdb, instance);
}
