/** Where the build put the thread for work on whole files, which the engine's thread starts. */
export { default as fileWorker } from '../storage/file-work.worker?modulePath';
