using Infra.Local.Account;
using Infra.Local.Endpoint;
using Infra.Local.Iam;
using Infra.Local.Lambda;
using Infra.Local.LoadBalancing.Requests;
using Infra.Local.LoadBalancing.Responses;

namespace Infra.Local.LoadBalancing;

/// <summary>Asks the function of a target group, and makes of its result what a client gets.</summary>
public sealed class FunctionTarget(AwsAccount account, IFunctions functions)
{
    /// <summary>Who invokes, in the eyes of the function's policy.</summary>
    public static Principal.Service PrincipalOf(string targetGroupArn, AwsAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return new Principal.Service("elasticloadbalancing.amazonaws.com", targetGroupArn, account.Id);
    }

    public async Task<Answer> AskAsync(
        TargetGroupSettings group, string groupArn, ClientRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(group);
        if (group.FunctionArn is not { } function)
        {
            return Answers.Error(503, "TargetNotFound", $"Target group {group.Name} has no registered target.");
        }

        try
        {
            var document = TargetEvent.Write(request, groupArn, group.MultiValueHeaders);
            var result = await functions.InvokeAsync(function, document, PrincipalOf(groupArn, account), cancellationToken);
            return AnswerOf(result, group.MultiValueHeaders);
        }
        catch (AwsException e)
        {
            var (status, reason) = InvocationFailure.Of(e);
            return Answers.Error(status, reason, e.Message);
        }
    }

    private static Answer AnswerOf(InvocationResult result, bool multiValueHeaders)
    {
        if (result.FunctionError is not null)
        {
            return Answers.Error(502, "LambdaUnhandled", System.Text.Encoding.UTF8.GetString(result.Payload.Span));
        }

        var reading = TargetResponseReader.Read(result.Payload, multiValueHeaders);
        var reason = result.Payload.Length > LoadBalancingLimits.MaxResponseDocumentBytes
            ? "LambdaResponseTooLarge"
            : "LambdaInvalidResponse";
        return reading.Response is { } response ? Answers.From(response) : Answers.Error(502, reason, reading.Problem);
    }
}
