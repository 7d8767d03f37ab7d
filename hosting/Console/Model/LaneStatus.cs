namespace Compiled.WebConsole.Model;

/// <summary>How a branch or an iteration stands.</summary>
internal enum LaneStatus
{
    Running,
    Succeeded,
    Failed,
    Aborted,
}
