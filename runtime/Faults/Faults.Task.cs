using Compiled.Language.Vocabulary;
using Compiled.Values;

namespace Compiled.Expressions;

/// <content>Tasks.</content>
public static partial class Faults
{
    /// <summary>FEATURES E-015.</summary>
    public static Fault ActivityDoesNotExist(string arn) => Runtime($"The activity {arn} does not exist.");

    /// <summary>FEATURES E-016: arguments that the service refuses before it is called.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="reason">What is wrong with them.</param>
    public static Fault ParametersNotUsable(JsonValue arguments, string reason)
        => Runtime($"The Parameters '{arguments}' could not be used to start the Task: [{reason}]");

    /// <summary>FEATURES E-034: a role that Credentials name may not be taken on.</summary>
    public static Fault RoleNotAuthorized(string role, string taskRole)
        => new(StatesErrors.TaskFailed, $"The role {role} is not authorized to assume the task state's role, {taskRole}.");
}
