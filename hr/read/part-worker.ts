import { parentPort, workerData } from 'node:worker_threads';
import { type PartToRead, readPart } from './part.ts';

// Run by parts.ts in a thread of its own.
parentPort?.postMessage(readPart(workerData as PartToRead));
