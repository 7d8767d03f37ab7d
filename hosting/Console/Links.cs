using Compiled.WebConsole.Html;

namespace Compiled.WebConsole;

/// <summary>The addresses of the console's pages.</summary>
/// <param name="root">Where the console stands, without a slash at the end: <c>/console</c>.</param>
internal sealed class Links(string root)
{
    public Link Machines => Link.To(root + "/");

    public Link Executions => Link.To(root + "/executions");

    public Link Activities => Link.To(root + "/activities");

    public Link Create => Link.To(root + "/create");

    public Link Check(string what) => Link.To(root + "/check").Segment(what);

    public Link Asset(string name) => Link.To(root + "/assets").Segment(name).With("v", AssetFiles.Version);

    public Link Machine(string arn, string? tab = null) => Link.To(root + "/machines").Segment(arn).With("tab", tab);

    public Link Edit(string arn) => Link.To(root + "/edit").Segment(arn);

    public Link Copy(string arn) => Link.To(root + "/create").With("copy", arn);

    public Link Start(string arn, string? like = null) => Link.To(root + "/start").Segment(arn).With("like", like);

    /// <summary>Trying one state of a machine; as it was in a visit of an execution, where one is named.</summary>
    public Link Test(string arn, string? state = null, string? execution = null, int? visit = null)
        => Link.To(root + "/test").Segment(arn).With("state", state).With("execution", execution).With("visit", visit?.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public Link Execution(string arn, string? view = null) => Link.To(root + "/executions").Segment(arn).With("view", view);

    public Link MapRun(string arn) => Link.To(root + "/mapruns").Segment(arn);

    /// <summary>A piece of a page, fetched when it is needed or has changed.</summary>
    public Link Part(string name, string arn) => Link.To(root + "/parts").Segment(name).With("arn", arn);

    public Link Live(string arn) => Link.To(root + "/live").With("arn", arn);

    public Link LiveList(string? machine) => Link.To(root + "/live/list").With("machine", machine);

    public Link Export(string what, string arn) => Link.To(root + "/export").Segment(what).With("arn", arn);

    /// <summary>What a button of a form does.</summary>
    public Link Do(string what) => Link.To(root + "/do").Segment(what);
}
