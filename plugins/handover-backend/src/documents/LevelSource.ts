import type { EntityFilter } from '../entities/EntitiesService';

/** Levels of scorecards, for lists of handovers. Scorecards are above documents. */
export interface LevelSource {
  /**
   * Entities that have one of the levels, each as `<scorecard>:<level>`.
   *
   * @throws InputError if there is no such scorecard or level.
   */
  toFilter(levels: readonly string[]): Promise<EntityFilter>;

  /**
   * The level on each scorecard by reference of the entity, `none` below the
   * lowest. A scorecard that an entity has no result of is absent.
   */
  read(entityRefs: string[]): Promise<Map<string, Record<string, string>>>;
}

/** Stands for a source that is made later than whoever asks it. */
export class LaterLevelSource implements LevelSource {
  #source?: LevelSource;

  /** @throws Error if there is one already. */
  set(source: LevelSource): void {
    if (this.#source) {
      throw new Error('The source of levels is already set');
    }
    this.#source = source;
  }

  async toFilter(levels: readonly string[]) {
    return this.#get().toFilter(levels);
  }

  async read(entityRefs: string[]) {
    return this.#get().read(entityRefs);
  }

  #get(): LevelSource {
    if (!this.#source) {
      throw new Error('The source of levels is not set yet');
    }
    return this.#source;
  }
}
