import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import pg from 'pg';
import { isTaken } from './ports.mjs';
import { startPostgres } from './postgres.mjs';

describe('a PostgreSQL for the tests', () => {
  it('answers who knows its password, and is gone when stopped', async () => {
    const server = await startPostgres();
    const url = new URL(server.connectionString);
    try {
      const client = new pg.Client(server.connectionString);
      await client.connect();
      const { rows } = await client.query('SHOW server_version');
      assert.equal(rows[0].server_version, server.version);
      await client.end();

      const stranger = new URL(url);
      stranger.password = 'guess';
      await assert.rejects(
        new pg.Client(stranger.href).connect(),
        /password authentication failed/,
      );
    } finally {
      await server.stop();
    }
    assert.equal(await isTaken(Number(url.port)), false);
  });
});
