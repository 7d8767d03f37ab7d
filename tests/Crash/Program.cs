using System.CommandLine;
using Crash;

Option<int> kills = new("--kills") { Description = "How often to kill the process; 20 unless said", DefaultValueFactory = static _ => 20 };
Option<bool> isLong = new("--long") { Description = "1,000 kills" };
Option<int> seed = new("--seed") { Description = "Makes the moments of the kills the same again", DefaultValueFactory = static _ => Random.Shared.Next() };
Argument<string> folder = new("FOLDER") { Description = "Where the journal lies" };
Argument<string> mode = new("MODE") { Description = "run: start executions for ever; finish: end those that run" };

Command worker = new("worker", "The process that is killed") { folder, mode };
worker.Hidden = true;
worker.SetAction((parsed, token) => Worker.RunAsync(parsed.GetValue(folder)!, parsed.GetValue(mode) == "finish"));
RootCommand root = new("Kills a process with 50 running executions again and again, and looks whether anything was lost, doubled or torn.") { kills, isLong, seed, worker };
root.SetAction((parsed, token) => Driver.RunAsync(parsed.GetValue(isLong) ? 1000 : parsed.GetValue(kills), parsed.GetValue(seed), Console.Out));
return await root.Parse(args).InvokeAsync();
