using Compiled.Language.Binding;

namespace Compiled.Rules;

/// <summary>How long executions may last. FEATURES L-005; Step Functions' quotas.</summary>
internal static class TimeLimits
{
    /// <summary>The five minutes of an Express execution, in seconds.</summary>
    public const int Express = 300;

    /// <summary>The year of a Standard execution, in seconds.</summary>
    public const int Standard = 31_536_000;

    /// <summary>The limit in seconds of an execution of the machine, and the words for it.</summary>
    public static (int Seconds, string Words) Of(Machine machine)
    {
        (int seconds, string words) = machine.Type == MachineType.Express
            ? (Express, "the 300 seconds of an Express execution")
            : (Standard, "the year of a Standard execution");
        return machine.TimeoutSeconds is { } timeout && timeout < seconds ? (timeout, $"'TimeoutSeconds' of the machine, which is {Places.Text(timeout)}") : (seconds, words);
    }
}
