// A worker written with the stock client: doubles a number, ends odd ones with a BPMN error, fails on a text.
const { ExternalWorkerClient } = require('@flowable-oss/external-worker-client');

const client = new ExternalWorkerClient({
  flowableHost: process.env.HOST,
  workerId: 'npm-worker',
  auth: { token: process.env.KEY },
});
let done = 0;
const subscription = client.subscribe({
  topic: 'double',
  numberOfTasks: 3,
  lockDuration: 'PT1M',
  waitPeriodSeconds: 1,
  callbackHandler(job, result) {
    const number = job.variables.find(variable => variable.name === 'number').value;
    console.log(`job for ${number}`);
    done += 1;
    if (done === 3) setTimeout(() => { subscription.unsubscribe(); process.exit(0); }, 3000);
    if (typeof number !== 'number') return result.failure().errorMessage('Not a number').retries(0);
    if (number % 2) return result.bpmnError().errorCode('odd');
    return result.success().variable('doubled', 2 * number, 'integer');
  },
});
