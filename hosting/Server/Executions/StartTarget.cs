using Compiled.Server.Arns;
using Compiled.Server.Machines;
using Compiled.Server.Protocol;
using Compiled.TestState.Mocking;

namespace Compiled.Server.Executions;

/// <summary>What a start runs: the machine itself, a version, or the version that an alias chose. FEATURES P-068.</summary>
/// <param name="Machine">The machine.</param>
/// <param name="Settings">Its current settings, or those of the version.</param>
/// <param name="Version">The number of the version; 0 for the machine itself.</param>
/// <param name="Alias">The name of the alias; null for none.</param>
internal sealed record StartTarget(StateMachine Machine, MachineSettings Settings, int Version, string? Alias)
{
    /// <summary>The test case of the mock file that answers its tasks; null for none. FEATURES M-005.</summary>
    public string? TestCase { get; init; }

    /// <summary>The ARN of the version; null for none.</summary>
    public string? VersionArn => Version == 0 ? null : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Machine.Arn}:{Version}");

    /// <summary>The ARN of the alias; null for none.</summary>
    public string? AliasArn => Alias is null ? null : $"{Machine.Arn}:{Alias}";

    /// <summary>What an ARN of a machine, a version or an alias stands for now; null when there is none.</summary>
    public static StartTarget? Find(MachineCatalog catalog, ResourceArn arn)
    {
        if (catalog.Find(arn.StateMachineArn) is not { } known)
            return null;
        if (arn.Qualifier is null)
            return new StartTarget(known.Machine, known.Machine.Settings, 0, null);
        if (arn.Version > 0)
            return known.Versions.TryGetValue(arn.Version, out MachineVersion? version) ? new StartTarget(known.Machine, version.Settings, version.Number, null) : null;
        return known.Aliases.TryGetValue(arn.Qualifier, out MachineAlias? alias)
            && known.Versions.TryGetValue(alias.Choose(Random.Shared.Next(100)), out MachineVersion? chosen)
            ? new StartTarget(known.Machine, chosen.Settings, chosen.Number, alias.Name)
            : null;
    }

    /// <summary>What the member <c>stateMachineArn</c> of a request stands for, with the test case that may follow it after <c>#</c>.</summary>
    /// <exception cref="ApiException">StateMachineDoesNotExist, StateMachineDeleting, ValidationException, InvalidArn, InvalidName.</exception>
    public static StartTarget Read(ApiRequest request, StepFunctionsServer server)
    {
        string text = request.RequiredText("stateMachineArn", 1, 256);
        request.Check();
        // Most starts name a machine as it stands in the catalog.
        if (server.Catalog.Find(text) is { Machine: { IsDeleting: false } machine })
            return new StartTarget(machine, machine.Settings, 0, null);
        int mark = text.IndexOf('#', StringComparison.Ordinal);
        ResourceArn arn = ResourceArn.Of(mark < 0 ? text : text[..mark], "stateMachine");
        LabeledArns.Refuse(arn);
        StartTarget target = Find(server.Catalog, arn) ?? throw ApiErrors.StateMachineDoesNotExist(arn.Text);
        if (target.Machine.IsDeleting)
            throw ApiErrors.StateMachineDeleting(arn.Text);
        return mark < 0 ? target : target with { TestCase = CheckedCase(target, text[(mark + 1)..], server) };
    }

    private static string CheckedCase(StartTarget target, string testCase, StepFunctionsServer server)
    {
        if (server.Mocks is not { } mocks)
            throw new ApiException("InvalidName", $"Invalid Name: '{testCase}': this server has no mock file, and so no test cases.");
        StateMachine machine = target.Machine;
        try
        {
            mocks.Check(machine.Name, testCase, server.Workflows.Get(machine.Name, machine.IsExpress, target.Settings.Definition).Machine);
        }
        catch (MockFileException refused)
        {
            throw new ApiException("InvalidName", $"Invalid Name: '{testCase}': {refused.Message}");
        }

        return testCase;
    }
}
