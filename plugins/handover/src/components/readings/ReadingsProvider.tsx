import { QueryClient } from '@tanstack/react-query';
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useState,
} from 'react';

/** A row of failed attempts to read the same thing. */
export type FailedReading = {
  /** When the first of them failed, in milliseconds since the epoch. */
  since: number;
  attempts: number;
  /** Why the last one failed. */
  error: Error;
};

type Readings = {
  client: QueryClient;
  /** By the hash of the query's key. A successful reading removes its entry. */
  failures: Map<string, FailedReading>;
};

const ReadingsContext = createContext<Readings | undefined>(undefined);

function createReadings(): Readings {
  return { client: new QueryClient(), failures: new Map() };
}

/**
 * Holds what the components below it have read from the backend. Components
 * that read the same thing share one request and one result.
 */
export function ReadingsProvider({ children }: { children: ReactNode }) {
  const [readings] = useState(createReadings);
  useEffect(() => {
    const { client } = readings;
    // From now on the client notices when the page is hidden or shown.
    client.mount();
    return () => {
      client.unmount();
      client.clear();
    };
  }, [readings]);
  return (
    <ReadingsContext.Provider value={readings}>
      {children}
    </ReadingsContext.Provider>
  );
}

export function useReadings(): Readings {
  const readings = useContext(ReadingsContext);
  if (!readings) {
    throw new Error('useReading must be used inside a ReadingsProvider');
  }
  return readings;
}

/** The client that holds the readings, for queries that `useReading` cannot make. */
export function useQueryClient(): QueryClient {
  return useReadings().client;
}
