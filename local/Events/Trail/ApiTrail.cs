using System.Globalization;
using System.Text.Json.Nodes;
using Infra.Local.Account;
using Infra.Local.Endpoint;

namespace Infra.Local.Events.Trail;

/// <summary>API calls as CloudTrail hands them on to EventBridge; CloudTrail user guide, "CloudTrail record contents".</summary>
public sealed class ApiTrail(EventBus? events, AwsAccount account, TimeProvider clock)
{
    public const string DetailType = "AWS API Call via CloudTrail";

    /// <param name="apiCall">Service, operation, caller and request id.</param>
    /// <param name="requestParameters">As CloudTrail shows them: names begin with a small letter.</param>
    /// <param name="responseElements">The same of the answer; null when there is none.</param>
    /// <param name="failure">Null when the call succeeded.</param>
    public void Record(
        AwsCall apiCall,
        JsonObject requestParameters,
        JsonObject? responseElements = null,
        AwsException? failure = null)
    {
        ArgumentNullException.ThrowIfNull(apiCall);
        var now = clock.GetUtcNow();
        var detail = new JsonObject
        {
            ["eventVersion"] = "1.11",
            ["userIdentity"] = CallerIdentity.Of(apiCall.Principal, account),
            ["eventTime"] = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["eventSource"] = $"{apiCall.Service}.amazonaws.com",
            ["eventName"] = apiCall.Operation,
            ["awsRegion"] = account.Region,
            ["requestParameters"] = requestParameters,
            ["responseElements"] = responseElements,
            ["requestID"] = apiCall.RequestId,
            ["eventID"] = Guid.NewGuid().ToString(),
            ["readOnly"] = false,
            ["eventType"] = "AwsApiCall",
            ["managementEvent"] = true,
            ["recipientAccountId"] = account.Id,
            ["eventCategory"] = "Management",
        };
        if (failure is not null)
        {
            detail["errorCode"] = failure.Code;
            detail["errorMessage"] = failure.Message;
        }

        events?.Publish(new BusEvent($"aws.{apiCall.Service}", DetailType, now, [], detail));
    }
}
