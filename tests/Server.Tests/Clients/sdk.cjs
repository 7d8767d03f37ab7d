// Calls every operation that AWS's SDK for JavaScript knows on the server at the given URL, and writes what came of it as one JSON object:
// { "calls": { operation: answer, or { error, message, isKnown } }, "commands": [all operations of the SDK], "sync": status of a call whose host begins with "sync-" }.
// Run with NODE_PATH at the folder of installed packages.
const http = require("node:http");
const sfn = require("@aws-sdk/client-sfn");

const endpoint = process.argv[2];
const credentials = { accessKeyId: "test", secretAccessKey: "test" };
const common = { endpoint, region: "us-east-1", credentials, maxAttempts: 1 };
const client = new sfn.SFNClient({ ...common, disableHostPrefix: true });
const role = "arn:aws:iam::123456789012:role/service";
const calls = {};

const pass = JSON.stringify({ StartAt: "Done", States: { Done: { Type: "Pass", End: true } } });
const fail = JSON.stringify({ StartAt: "Fail", States: { Fail: { Type: "Fail", Error: "Oops" } } });
const wait = JSON.stringify({ StartAt: "Wait", States: { Wait: { Type: "Wait", Seconds: 60, End: true } } });
const each = JSON.stringify({
  StartAt: "Each",
  States: {
    Each: {
      Type: "Map",
      ItemProcessor: { ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" }, StartAt: "Done", States: { Done: { Type: "Pass", End: true } } },
      End: true,
    },
  },
});

// Sends one command. An operation that the server lacks is noted; what it answers is undefined then.
async function call(operation, input) {
  try {
    const { $metadata: metadata, ...answer } = await client.send(new sfn[operation + "Command"](input));
    if (metadata.httpStatusCode !== 200 || !metadata.requestId) throw new Error(`${operation} has no request id`);
    calls[operation] = answer;
    return answer;
  } catch (error) {
    calls[operation] = { error: error.name, message: error.message, isKnown: error instanceof sfn.SFNServiceException };
    return undefined;
  }
}

async function ended(executionArn) {
  for (;;) {
    const described = await call("DescribeExecution", { executionArn });
    if (described.status !== "RUNNING") return described;
    await new Promise((done) => setTimeout(done, 20));
  }
}

async function machines() {
  const { stateMachineArn } = await call("CreateStateMachine", { name: "Sdk", definition: pass, roleArn: role, publish: true, tags: [{ key: "a", value: "b" }] });
  await call("DescribeStateMachine", { stateMachineArn });
  await call("ListStateMachines", {});
  await call("UpdateStateMachine", { stateMachineArn, definition: fail });
  const { stateMachineVersionArn } = await call("PublishStateMachineVersion", { stateMachineArn, description: "second" });
  await call("ListStateMachineVersions", { stateMachineArn });
  const routingConfiguration = [{ stateMachineVersionArn, weight: 100 }];
  const { stateMachineAliasArn } = await call("CreateStateMachineAlias", { name: "live", routingConfiguration });
  await call("DescribeStateMachineAlias", { stateMachineAliasArn });
  await call("ListStateMachineAliases", { stateMachineArn });
  await call("UpdateStateMachineAlias", { stateMachineAliasArn, description: "the live one" });
  await call("TagResource", { resourceArn: stateMachineArn, tags: [{ key: "c", value: "d" }] });
  await call("ListTagsForResource", { resourceArn: stateMachineArn });
  await call("UntagResource", { resourceArn: stateMachineArn, tagKeys: ["a"] });
  await call("ValidateStateMachineDefinition", { definition: pass });
  await call("TestState", { definition: JSON.stringify({ Type: "Pass", End: true }), roleArn: role, input: "{}" });

  const { executionArn } = await call("StartExecution", { stateMachineArn: stateMachineAliasArn, input: "{\"a\":1}" });
  await ended(executionArn);
  await call("GetExecutionHistory", { executionArn });
  await call("ListExecutions", { stateMachineArn });
  await call("DescribeStateMachineForExecution", { executionArn });
  await call("RedriveExecution", { executionArn });
  const waiting = await call("CreateStateMachine", { name: "SdkWaits", definition: wait, roleArn: role });
  const running = await call("StartExecution", { stateMachineArn: waiting.stateMachineArn });
  await call("StopExecution", { executionArn: running.executionArn, error: "Enough", cause: "It took too long." });
  await call("DeleteStateMachineAlias", { stateMachineAliasArn });
  await call("DeleteStateMachineVersion", { stateMachineVersionArn });
  await call("DeleteStateMachine", { stateMachineArn });
}

async function mapRuns() {
  const { stateMachineArn } = await call("CreateStateMachine", { name: "SdkEach", definition: each, roleArn: role });
  const { executionArn } = await call("StartExecution", { stateMachineArn, input: "[1,2]" });
  await ended(executionArn);
  const runs = await call("ListMapRuns", { executionArn });
  const mapRunArn = runs?.mapRuns?.[0]?.mapRunArn ?? "arn:aws:states:us-east-1:123456789012:mapRun:SdkEach/Each:0";
  await call("DescribeMapRun", { mapRunArn });
  await call("UpdateMapRun", { mapRunArn, maxConcurrency: 2 });
}

async function activities() {
  const { activityArn } = await call("CreateActivity", { name: "sdk-pick" });
  await call("DescribeActivity", { activityArn });
  await call("ListActivities", {});
  const picks = JSON.stringify({ StartAt: "Pick", States: { Pick: { Type: "Task", Resource: activityArn, End: true } } });
  const { stateMachineArn } = await call("CreateStateMachine", { name: "SdkPicks", definition: picks, roleArn: role });
  for (const end of ["SendTaskSuccess", "SendTaskFailure"]) {
    const { executionArn } = await call("StartExecution", { stateMachineArn, input: "{\"item\":7}" });
    const { taskToken } = await call("GetActivityTask", { activityArn, workerName: "sdk" });
    await call("SendTaskHeartbeat", { taskToken });
    await call(end, end === "SendTaskSuccess" ? { taskToken, output: "{\"done\":true}" } : { taskToken, error: "Empty", cause: "The shelf is empty." });
    await ended(executionArn);
  }
  await call("DeleteActivity", { activityArn });
}

// With the host's prefix, as the SDK sends it unless told otherwise; every name is looked up as the loopback.
async function express() {
  const { stateMachineArn } = await call("CreateStateMachine", { name: "SdkExpress", definition: pass, roleArn: role, type: "EXPRESS" });
  await call("StartSyncExecution", { stateMachineArn, input: "{\"a\":1}" });
  const lookup = (_, options, done) => (options.all ? done(null, [{ address: "127.0.0.1", family: 4 }]) : done(null, "127.0.0.1", 4));
  const prefixed = new sfn.SFNClient({ ...common, endpoint: endpoint.replace("127.0.0.1", "localhost"), requestHandler: { httpAgent: new http.Agent({ lookup }) } });
  const { status, startDate } = await prefixed.send(new sfn.StartSyncExecutionCommand({ stateMachineArn }));
  return startDate instanceof Date ? status : "no date";
}

(async () => {
  await machines();
  await mapRuns();
  await activities();
  const sync = await express();
  const commands = Object.keys(sfn).filter((name) => /^[A-Z].*Command$/.test(name) && name !== "$Command").map((name) => name.replace(/Command$/, ""));
  process.stdout.write(JSON.stringify({ calls, commands, sync }));
  process.exit(0);
})().catch((error) => {
  process.stderr.write(`${error.stack}\n${JSON.stringify(calls)}`);
  process.exit(1);
});
