using System.CommandLine;
using System.Globalization;
using Compiled.Cli.Serving;

namespace Compiled.Cli.Commands;

/// <summary><c>serve</c>: a local stand-in for AWS Step Functions.</summary>
internal static class ServeCommand
{
    public static Command Make(CliConsole console)
    {
        Option<string> host = new("--host") { Description = "The address to listen on; only this machine reaches the server unless another one is given.", DefaultValueFactory = static _ => "127.0.0.1" };
        Option<int> port = new("--port") { Description = "The port; 0 takes a free one.", DefaultValueFactory = static _ => ServeSettings.DefaultPort };
        Option<string?> data = new("--data") { Description = "The folder that keeps machines and executions; without it they end with the process." };
        Option<string> region = new("--region") { Description = "The region in ARNs where a client's credentials name none.", DefaultValueFactory = static _ => "us-east-1" };
        Option<string> account = new("--account") { Description = "The account in ARNs, 12 digits.", DefaultValueFactory = static _ => "123456789012" };
        Option<string?> tasks = new("--tasks") { Description = "What each task's resource does; without it tasks fail that nothing here can do", HelpName = "FILE" };
        Option<string?> outside = new("--outside") { Description = "Where Lambda functions, HTTP tasks and other resources are: docs/guide/outside.md", HelpName = "FILE" };
        Option<string?> lambda = new("--lambda-endpoint") { Description = "Where Lambda functions are invoked; for more see --outside", HelpName = "URL" };
        Option<string?> mocks = new("--mocks") { Description = "The mock file of Step Functions Local; the one that SFN_MOCK_CONFIG names, or MockConfigFile.json, unless said", HelpName = "FILE" };
        Option<string?> starts = new("--starts") { Description = "Paths, events and schedules that start executions, and where status changes go: docs/guide/starts.md", HelpName = "FILE" };
        Option<string?> log = new("--log") { Description = "Where the logs of machines go that ask for some; logs/executions.log in the data folder unless said", HelpName = "FILE|-" };
        Option<string?> consoleToken = new("--console-token") { Description = "What a browser has to know to see the console; one is made up unless the server listens on this machine only", HelpName = "TEXT" };
        Option<string?> keys = new("--access-keys") { Description = "A file of lines ACCESS_KEY=SECRET_KEY: requests must be signed with one of them", HelpName = "FILE" };
        Option<double?> scale = new("--wait-time-scale") { Description = "How much of the times of Wait and Retry is waited, from 0 to 1; also the variable WAIT_TIME_SCALE", HelpName = "NUMBER" };
        Option<int?> rate = new("--requests-per-second") { Description = "How many requests a second are taken; others are throttled as AWS does", HelpName = "NUMBER" };
        Option<string?> objects = new("--s3") { Description = "The folder whose folders are the buckets that distributed Maps read and write", HelpName = "FOLDER" };
        Command command = new("serve", "Serves AWS's Step Functions API to the AWS CLI and every SDK, and a console to browsers.") { host, port, data, region, account, tasks, outside, lambda, objects, mocks, starts, log, consoleToken, keys, scale, rate };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(port) is < 0 or > ushort.MaxValue)
                parsed.AddError(string.Create(CultureInfo.InvariantCulture, $"--port is from 0 to {ushort.MaxValue}."));
            if (parsed.GetValue(account) is { } number && (number.Length != 12 || !number.All(char.IsAsciiDigit)))
                parsed.AddError("--account has 12 digits.");
            if (parsed.GetValue(scale) is { } share && !(share is >= 0 and <= 1))
                parsed.AddError("--wait-time-scale is from 0 to 1.");
            if (parsed.GetValue(rate) is < 1)
                parsed.AddError("--requests-per-second is at least 1.");
            if (parsed.GetValue(outside) is not null && parsed.GetValue(lambda) is not null)
                parsed.AddError("--lambda-endpoint and --outside exclude each other: the file says where functions are.");
        });
        command.SetAction((parsed, token) => ServeAction.RunAsync(console, new ServeSettings
        {
            Host = parsed.GetValue(host)!,
            Port = parsed.GetValue(port),
            DataFolder = parsed.GetValue(data),
            Region = parsed.GetValue(region)!,
            Account = parsed.GetValue(account)!,
            Tasks = parsed.GetValue(tasks),
            Outside = parsed.GetValue(outside),
            LambdaEndpoint = parsed.GetValue(lambda),
            Objects = parsed.GetValue(objects),
            Mocks = parsed.GetValue(mocks),
            Starts = parsed.GetValue(starts),
            ConsoleToken = parsed.GetValue(consoleToken),
            Log = parsed.GetValue(log),
            AccessKeys = parsed.GetValue(keys),
            WaitTimeScale = parsed.GetValue(scale) ?? ServeSettings.ScaleOf(Environment.GetEnvironmentVariable("WAIT_TIME_SCALE")),
            RequestsPerSecond = parsed.GetValue(rate),
        }, token));
        return command;
    }
}
