namespace Compiled.WebConsole.Html;

/// <summary>An attribute without a value that is there or not.</summary>
internal readonly record struct Flag
{
    private Flag(string name, bool isSet) => (Name, IsSet) = (name, isSet);

    public string Name { get; }

    public bool IsSet { get; }

    public static Flag Selected(bool isSet) => new("selected", isSet);

    public static Flag Checked(bool isSet) => new("checked", isSet);

    public static Flag Hidden(bool isSet) => new("hidden", isSet);

    public static Flag Disabled(bool isSet) => new("disabled", isSet);

    public static Flag Open(bool isSet) => new("open", isSet);

    public static Flag Current(bool isSet) => new("aria-current=\"page\"", isSet);
}
