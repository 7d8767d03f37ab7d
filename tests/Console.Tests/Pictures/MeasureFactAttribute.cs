namespace Console.Tests.Pictures;

/// <summary>What measures pages: only when docs/console/measure.sh asks for it.</summary>
internal sealed class MeasureFactAttribute : FactAttribute
{
    public MeasureFactAttribute()
    {
        if (File is null)
            Skip = "Pages are measured by docs/console/measure.sh.";
    }

    public static string? File { get; } = Environment.GetEnvironmentVariable("CONSOLE_MEASURE");
}
