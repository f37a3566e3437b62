using System.Text.Json.Serialization;
using Amazon.Lambda.ApplicationLoadBalancerEvents;

namespace Infra.CrlResponder;

/// <summary>Generated code that reads the events of a load balancer.</summary>
[JsonSerializable(typeof(ApplicationLoadBalancerRequest))]
internal sealed partial class EventJson : JsonSerializerContext;
