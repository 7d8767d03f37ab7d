namespace Console.Tests.Host;

/// <summary>A test that needs Chromium; skipped by name where it is not installed.</summary>
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Browser.Path is null)
            Skip = "Chromium is not installed here (apt-get install chromium).";
    }
}
