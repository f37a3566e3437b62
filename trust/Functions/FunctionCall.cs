using Amazon.Lambda;
using Amazon.Lambda.Model;
using Infra.Trust.Answers;

namespace Infra.Trust.Functions;

/// <summary>Asks a function and waits for its answer.</summary>
internal sealed class FunctionCall(IAmazonLambda lambda)
{
    /// <exception cref="NoAnswerException">It could not be invoked, failed, or said what is no answer.</exception>
    public async Task<Answer> AskAsync(string function, string payload, CancellationToken cancellationToken)
    {
        var request = new InvokeRequest
        {
            FunctionName = function,
            InvocationType = InvocationType.RequestResponse,
            Payload = payload,
        };
        var response = await LambdaTrouble.ExplainedAsync(
            LambdaStep.Call(function), () => lambda.InvokeAsync(request, cancellationToken), cancellationToken);
        var said = response.Payload.ToArray();
        return response.FunctionError is null
            ? Answer.Find(said) ?? throw new NoAnswerException(
                $"{function} said what is no answer: {Answer.Excerpt(said)}. It may be of an earlier release: deploy "
                + "this one, or check --function.")
            : throw new NoAnswerException(
                $"{function} failed: {FunctionFailure.Describe(said)}. Its log group says more.");
    }
}
