using Infra.Local.Endpoint;
using Infra.Local.Iam;

namespace Infra.Local.Lambda.Logging;

/// <summary>
/// The log of one execution environment: delivered when the function's role may write it, dropped with one note when
/// not.
/// </summary>
public sealed class LogDelivery
{
    private readonly FunctionConfiguration _function;
    private readonly FunctionLog _log;
    private readonly TimeProvider _clock;
    private readonly bool _mayWrite;
    private TimeSpan _ahead;

    private LogDelivery(FunctionConfiguration function, FunctionLog log, TimeProvider clock, string name, string? denial)
    {
        (_function, _log, _clock, Name, _mayWrite) = (function, log, clock, name, denial is null);
        Date();
        if (denial is not null)
        {
            Add(LogSource.Note, null, $"The log of {function.Name} is dropped, as it would be on AWS: {denial}");
        }
    }

    /// <summary>For example <c>2026/11/21/[$LATEST]</c> and 32 hexadecimal digits.</summary>
    public string Name { get; }

    public static LogDelivery Open(FunctionConfiguration function, LambdaHost host, FunctionLog log)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(host);
        var today = host.Clock.GetUtcNow().UtcDateTime;
        var name = string.Create(
            System.Globalization.CultureInfo.InvariantCulture, $"{today:yyyy/MM/dd}/[$LATEST]{Guid.NewGuid():N}");
        return new LogDelivery(function, log, host.Clock, name, Denial(function, host, name));
    }

    /// <summary>Dates the lines from now on by the account's clock as it stands.</summary>
    /// <remarks>
    /// Called as an invocation begins: the clock may be moved on while its output still comes through the pipe, and
    /// what it wrote must not be dated a day later.
    /// </remarks>
    public void Date() => _ahead = _clock.GetUtcNow() - DateTimeOffset.UtcNow;

    public void Write(LogSource source, string? requestId, string text)
    {
        if (_mayWrite)
        {
            Add(source, requestId, text);
        }
    }

    private void Add(LogSource source, string? requestId, string text) =>
        _log.Write(new LogLine(DateTimeOffset.UtcNow + _ahead, _function.Name, Name, requestId, source, text));

    // CreateLogStream is decided on the stream's ARN without its name: a policy on the group's ARN alone is too little.
    private static string? Denial(FunctionConfiguration function, LambdaHost host, string stream)
    {
        var role = new Principal.Role(function.RoleArn, host.Account.Id);
        var group = host.Account.Arn("logs", $"log-group:{function.LogGroup}");
        try
        {
            if (host.LogGroups?.Exists(function.LogGroup) == false)
            {
                host.Access.Demand(new AccessRequest(role, "logs:CreateLogGroup", group));
            }

            host.Access.Demand(new AccessRequest(role, "logs:CreateLogStream", $"{group}:log-stream:"));
            host.Access.Demand(new AccessRequest(role, "logs:PutLogEvents", $"{group}:log-stream:{stream}"));
            return null;
        }
        catch (AwsException e)
        {
            return e.Message;
        }
    }
}
