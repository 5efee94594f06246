import net from 'node:net';

/** Whether something listens on the port of this machine. */
function answers(host, port) {
  return new Promise(resolve => {
    const socket = net.connect({ host, port, timeout: 1_000 });
    const finish = result => {
      socket.destroy();
      resolve(result);
    };
    socket.once('connect', () => finish(true));
    socket.once('error', () => finish(false));
    socket.once('timeout', () => finish(false));
  });
}

/** Whether a server could not listen on the port now. */
export async function isTaken(port) {
  const answered = await Promise.all([
    answers('127.0.0.1', port),
    answers('::1', port),
  ]);
  return answered.includes(true);
}

/** A port that nothing listens on, chosen by the operating system. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
