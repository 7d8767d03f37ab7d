using System.Collections.Generic;
using System.Linq;

namespace Compiled.Generator.Emit.States;

/// <summary>The names of <c>ErrorEquals</c> as a condition.</summary>
internal static class ErrorNames
{
    /// <summary>The condition under which the names match a fault that is not <c>States.Runtime</c>; null where they match nothing.</summary>
    /// <param name="names">The names.</param>
    /// <param name="fault">The local with the fault.</param>
    public static string? Matches(IReadOnlyList<string> names, string fault = "fault")
    {
        var exact = new List<string>();
        bool anyTask = false;
        foreach (string name in names)
        {
            switch (name)
            {
                case "States.ALL":
                    return "true";
                case "States.Runtime":
                    break;
                case "States.TaskFailed":
                    anyTask = true;
                    break;
                case "States.Timeout":
                    exact.Add("States.Timeout");
                    exact.Add("States.HeartbeatTimeout");
                    break;
                default:
                    exact.Add(name);
                    break;
            }
        }
        string? listed = exact.Count == 0 ? null : $"{fault}.Error is {string.Join(" or ", exact.Distinct().Select(CSharp.Text))}";
        // States.TaskFailed stands for every error of the state but its time running out. FEATURES L-365.
        string? failed = anyTask ? $"{fault}.Error is not (\"States.Timeout\" or \"States.HeartbeatTimeout\")" : null;
        return failed is null ? listed : listed is null ? failed : $"{listed} || {failed}";
    }
}
