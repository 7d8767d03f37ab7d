using Console.Tests.Host;

namespace Console.Tests.Pictures;

/// <summary>What takes the pictures of the documentation: only when docs/console/take-pictures.sh asks for them.</summary>
internal sealed class PictureFactAttribute : FactAttribute
{
    public PictureFactAttribute()
    {
        if (Folder is null || Browser.Path is null)
            Skip = "Pictures are taken by docs/console/take-pictures.sh.";
    }

    public static string? Folder { get; } = Environment.GetEnvironmentVariable("CONSOLE_PICTURES");
}
