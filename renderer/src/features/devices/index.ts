export { DevicesTab } from './DevicesTab';
export { DeviceProperties } from './DeviceProperties';
